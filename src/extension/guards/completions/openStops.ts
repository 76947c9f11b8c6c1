import * as vscode from "vscode";
import { markerWindow } from "../../../core/classify.ts";
import { readHeadNow } from "../../../node/readHeadNow.ts";
import type { JudgedDocuments } from "../../documents.ts";
import type { Parts } from "../../parts.ts";
import { eachOnItsOwn } from "./eachOnItsOwn.ts";
import type { OpenStop } from "./lingering.ts";

export interface Stop extends OpenStop {
  readonly uri: vscode.Uri;
  /** Assistants are silent in the whole window while it is open, since they read neighbouring tabs. */
  readonly everywhere: boolean;
}

export interface OpenStops {
  /** Which of these somebody may not complete in; one that cannot be judged counts, for everybody. */
  readonly stopsAmong: (uris: readonly vscode.Uri[]) => readonly Stop[];
  /** Which of these a person or an exception permitted. */
  readonly permittedAmong: (uris: readonly vscode.Uri[]) => readonly vscode.Uri[];
}

export function createOpenStops(parts: Parts, documents: JudgedDocuments, failed: (error: unknown) => void): OpenStops {
  return {
    stopsAmong: (uris) => eachOnItsOwn(uris, (uri) => toStop(parts, documents, uri), (uri, error) => {
      failed(error);
      return [{ uri, key: uri.toString(), groups: documents.allGroups(), lingerSeconds: 0, everywhere: true }];
    }).flat(),
    permittedAmong: (uris) => eachOnItsOwn(uris, (uri) => (documents.judge(uri)?.permitted === true ? [uri] : []), () => []).flat(),
  };
}

function toStop(parts: Parts, documents: JudgedDocuments, uri: vscode.Uri): readonly Stop[] {
  const judgement = documents.judge(uri, headOf(parts, uri));
  if (judgement === undefined || judgement.stopped.length === 0) return [];
  const { lingerSeconds, neighbours } = parts.policies.current(parts.identify(uri.toString())).policy.completions;
  return [{ uri, key: uri.toString(), groups: judgement.stopped.flatMap(({ completionGroups }) => completionGroups), lingerSeconds, everywhere: neighbours !== "allow" }];
}

/** A tab is known before its document: its head is read from the disk, so that markers are not seen later than names. */
function headOf(parts: Parts, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== "file" || vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return undefined;
  const path = parts.identify(uri.toString());
  return path === undefined ? undefined : readHeadNow(path.absolute, markerWindow);
}
