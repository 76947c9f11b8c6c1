import { detect } from "../../core/detect/detect.ts";
import { addFindings } from "../../core/detect/detectMore.ts";
import { createOwnDetect } from "../../core/detect/own/ownDetect.ts";
import type { Finding } from "../../core/request.ts";
import { detectorsOff } from "./detectorsOff.ts";
import { ownDetectors } from "./ownDetectors.ts";
import type { ScanOptions } from "./scanJob.ts";

const maxFindings = 5000;

/** Everything in a text that is sensitive, before anything is dropped. */
export type ScanText = (text: string) => Promise<readonly Finding[]>;

/** With the engine and, if wanted, secretlint's rules, which are loaded at the first text. */
export function createScanText({ policies, secretlint }: Pick<ScanOptions, "policies" | "secretlint">): ScanText {
  const off = detectorsOff(policies);
  const detectOwn = createOwnDetect({ ...ownDetectors(policies), detectorsOff: off });
  return async (text) => {
    const own = addFindings(detect(text, { off, limit: maxFindings }), detectOwn(text));
    if (!secretlint) return own.slice(0, maxFindings);
    const { findWithSecretlint, mergeFindings } = await import("./secretlintFindings.ts");
    return mergeFindings(own, await findWithSecretlint(text, off)).slice(0, maxFindings);
  };
}
