import type * as vscode from "vscode";
import type { Decision, Request } from "../../../core/request.ts";
import type { Parts } from "../../parts.ts";
import { strictestOf } from "../judged.ts";
import type { Source } from "./copiedTexts.ts";
import { labelOf, placesOf, toRequestPlace } from "./place.ts";

/** Who will read the system clipboard cannot be known. */
const systemClipboard = { assistant: "clipboard", kind: "unknown" } as const;

export interface JudgedCopy {
  readonly text: string;
  readonly decision: Decision;
  readonly source: Source;
}

/**
 * What the policy says of copying these ranges. The label is the file's, whatever part of it is copied.
 * `preview` before the copy leaves no record; the record is made where the copy is refused, or where it happened.
 */
export function judgeCopy(parts: Parts, ask: "preview" | "decide", document: vscode.TextDocument, ranges: readonly vscode.Range[]): JudgedCopy {
  const text = ranges.map((range) => document.getText(range)).join("\n");
  const answers = placesOf(parts, document).map((place) => {
    const request: Request = { channel: "clipboard", destination: systemClipboard, text, sourceLabel: labelOf(place, document), able: ["allow", "warn", "redact", "block"], ...toRequestPlace(place) };
    return { request, decision: parts.gate.preview(request), clears: place.inForce.policy.clipboard.clearOnBlur };
  });
  const strictest = strictestOf(answers);
  const decision = ask === "preview" ? strictest.decision : parts.gate.decide(strictest.request);
  const clearOnBlur = decision.effect !== "allow" && answers.some(({ clears }) => clears);
  return { text, decision, source: { uri: document.uri.toString(), label: decision.label, clearOnBlur } };
}
