import type * as vscode from "vscode";
import type { Request } from "../../../core/request.ts";
import type { Parts } from "../../parts.ts";
import { strictestOf, type Judged } from "../judged.ts";
import type { Source } from "./copiedTexts.ts";
import { labelOfSource } from "./labelOfSource.ts";
import { headOf, placesOf, toRequestPlace } from "./place.ts";

/** Who will read the system clipboard cannot be known. */
const systemClipboard = { assistant: "clipboard", kind: "unknown" } as const;

/** The question to a person who may allow a refused copy. */
export const copyOnce = "Copy this once, as it is?";

export interface JudgedCopy extends Judged {
  readonly text: string;
  readonly source: Source;
}

/** A file of which a part is copied. */
export interface CopySource {
  readonly uri: vscode.Uri;
  /** Of its text, as far as markers are looked for. */
  readonly head: string;
}

/** What the policy says of copying these ranges. */
export function judgeCopy(parts: Parts, ask: "preview" | "decide", document: vscode.TextDocument, ranges: readonly vscode.Range[]): JudgedCopy {
  return judgeText(parts, ask, { uri: document.uri, head: headOf(document) }, ranges.map((range) => document.getText(range)).join("\n"));
}

/**
 * What the policy says of copying a text out of a file. The label is the file's, whatever part of it is copied.
 * `preview` before the copy leaves no record; the record is made where the copy is refused, or where it happened.
 */
export function judgeText(parts: Parts, ask: "preview" | "decide", from: CopySource, text: string): JudgedCopy {
  const answers = placesOf(parts, from).map((place) => {
    const asked: Request = { channel: "clipboard", destination: systemClipboard, able: ["allow", "warn", "redact", "block"], ...toRequestPlace(place) };
    const request: Request = { ...asked, text, sourceLabel: labelOfSource(parts.gate, asked, from.head) };
    return { request, decision: parts.gate.preview(request), clears: place.inForce.policy.clipboard.clearOnBlur };
  });
  const strictest = strictestOf(answers);
  const decision = ask === "preview" ? strictest.decision : parts.gate.decide(strictest.request);
  const clearOnBlur = decision.effect !== "allow" && answers.some(({ clears }) => clears);
  return { text, request: strictest.request, decision, source: { uri: from.uri.toString(), label: decision.label, clearOnBlur } };
}
