import * as vscode from "vscode";
import { redact } from "../../../core/redact.ts";
import type { Parts } from "../../parts.ts";
import type { Notices } from "../notices.ts";
import type { CopiedTexts } from "./copiedTexts.ts";
import { copyOnce, judgeText, type CopySource } from "./judgeCopy.ts";
import { onceOffers } from "./onceOffers.ts";

/** Copies a text that one of our own pages shows, as far as the policy lets it; true: all of it is in the clipboard. */
export type CopyFromView = (from: CopySource, text: string) => Promise<boolean>;

/** A page has no copy command to stand before: it asks here instead, and what leaves keeps its label like any other copy. */
export function createCopyFromView(parts: Parts, copied: CopiedTexts, notices: Notices): CopyFromView {
  return async (from, text) => {
    const judged = judgeText(parts, "decide", from, text);
    const { decision, source } = judged;
    if (decision.enforced === "block") {
      notices.stopped("Not copied", decision, onceOffers(parts, judged, copyOnce));
      return false;
    }
    const redacted = decision.enforced === "redact";
    const left = redacted ? redact(text, decision.findings).text : text;
    copied.remember(left, source);
    await vscode.env.clipboard.writeText(left);
    if (redacted) notices.stopped("Copied without the sensitive parts", decision, onceOffers(parts, judged, copyOnce));
    else if (decision.enforced !== "allow") notices.passed(`Copied from a file that is ${source.label}; pasting is judged by that`, decision);
    return !redacted;
  };
}
