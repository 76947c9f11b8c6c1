import type * as vscode from "vscode";
import { carriedAbove } from "../../../core/carriedLabel.ts";
import { ceilingFor } from "../../../core/evaluate.ts";
import { labelRank } from "../../../core/policy/policy.ts";
import type { Decision, Effect } from "../../../core/request.ts";
import type { Parts } from "../../parts.ts";
import { isPrompt } from "../prompts.ts";
import type { Source } from "./copiedTexts.ts";
import { labelOf, placeOf, toRequestPlace } from "./place.ts";

// Whoever may read the target: neither a document nor a prompt says which assistant that will be.
const anyAssistant = { assistant: "unknown", kind: "unknown" } as const;
const able: readonly Effect[] = ["allow", "warn", "redact", "block"];

export interface Paste {
  readonly document: vscode.TextDocument;
  readonly at: vscode.Range | undefined;
  readonly text: string;
  /** Where it was copied in this window, if it was. */
  readonly source: Source | undefined;
}

/**
 * What the policy says of a paste; `undefined`: nothing to judge. Moving text inside a file is nobody's business, and a
 * file that assistants may not see anyway is the right place for secrets. Otherwise the text is judged by where it comes
 * from, if that is above what the target will be with the text in it, and by what is found in it.
 */
export function judgePaste(parts: Parts, { document, at, text, source }: Paste): Decision | undefined {
  if (source?.uri === document.uri.toString()) return undefined;
  const place = placeOf(parts, document);
  const request = { destination: anyAssistant, text, able, ...toRequestPlace(place) };
  if (isPrompt(document)) return parts.gate.decide({ ...request, channel: "prompt", ...(source === undefined ? {} : { sourceLabel: source.label }) });
  const { policy } = place.inForce;
  const label = labelOf(place, document, at === undefined ? undefined : { at, text });
  const carried = carriedAbove(policy, source?.label, label);
  const kept = labelRank(policy, label) > labelRank(policy, ceilingFor(policy, anyAssistant));
  if (carried === undefined && kept) return undefined;
  return parts.gate.decide({ ...request, channel: "paste", ...(carried === undefined ? {} : { sourceLabel: carried }) });
}
