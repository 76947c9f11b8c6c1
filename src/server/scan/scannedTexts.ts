import { changeBetween, type Scanned } from "../../core/detect/createRescan.ts";
import type { DetectOptions } from "../../core/detect/createDetect.ts";
import { rescan, scan } from "../../core/detect/detect.ts";
import type { Finding } from "../../core/request.ts";

/** What was found in each open document, so that after an edit only what the edit can have changed is looked at. */
export interface ScannedTexts {
  readonly look: (uri: string, text: string, options: DetectOptions) => readonly Finding[];
  readonly drop: (uri: string) => void;
}

export function createScannedTexts(): ScannedTexts {
  const known = new Map<string, { readonly text: string; readonly scanned: Scanned }>();
  return {
    look: (uri, text, options) => {
      const last = known.get(uri);
      const scanned = last === undefined ? scan(text, options) : rescan(last.scanned, changeBetween(last.text, text), text, options);
      known.set(uri, { text, scanned });
      return scanned.findings;
    },
    drop: (uri) => void known.delete(uri),
  };
}
