import type * as vscode from "vscode";
import type { Decision } from "../../../core/request.ts";
import type { Parts } from "../../parts.ts";
import type { Source } from "./copiedTexts.ts";
import { labelOf, placeOf, toRequestPlace } from "./place.ts";

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
  const place = placeOf(parts, document);
  const text = ranges.map((range) => document.getText(range)).join("\n");
  const decision = parts.gate[ask]({
    channel: "clipboard", destination: systemClipboard, text, sourceLabel: labelOf(place, document), able: ["allow", "warn", "redact", "block"], ...toRequestPlace(place),
  });
  const clearOnBlur = place.inForce.policy.clipboard.clearOnBlur && decision.effect !== "allow";
  return { text, decision, source: { uri: document.uri.toString(), label: decision.label, clearOnBlur } };
}
