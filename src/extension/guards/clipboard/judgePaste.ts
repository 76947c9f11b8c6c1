import type * as vscode from "vscode";
import { carriedAbove } from "../../../core/carriedLabel.ts";
import { ceilingFor } from "../../../core/evaluate.ts";
import { labelRank } from "../../../core/policy/policy.ts";
import type { Effect, Request } from "../../../core/request.ts";
import type { Parts } from "../../parts.ts";
import { strictestOf, type Judged } from "../judged.ts";
import { isPrompt } from "../prompts.ts";
import type { Source } from "./copiedTexts.ts";
import { labelOf, placesOf, toRequestPlace, type Place } from "./place.ts";

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
export function judgePaste(parts: Parts, paste: Paste): Judged | undefined {
  if (paste.source?.uri === paste.document.uri.toString()) return undefined;
  const requests = placesOf(parts, paste.document).flatMap((place) => toRequest(place, paste) ?? []);
  const [first] = requests;
  if (first === undefined) return undefined;
  const { request } = requests.length === 1 ? { request: first } : strictestOf(requests.map((asked) => ({ request: asked, decision: parts.gate.preview(asked) })));
  return { request, decision: parts.gate.decide(request) };
}

/** What is asked for one of the places the target may stand at. */
function toRequest(place: Place, { document, at, text, source }: Paste): Request | undefined {
  const request = { destination: anyAssistant, text, able, ...toRequestPlace(place) };
  if (isPrompt(document)) return { ...request, channel: "prompt", ...(source === undefined ? {} : { sourceLabel: source.label }) };
  const { policy } = place.inForce;
  const label = labelOf(place, document, at === undefined ? undefined : { at, text });
  const carried = carriedAbove(policy, source?.label, label);
  const kept = labelRank(policy, label) > labelRank(policy, ceilingFor(policy, anyAssistant));
  if (carried === undefined && kept) return undefined;
  return { ...request, channel: "paste", ...(carried === undefined ? {} : { sourceLabel: carried }) };
}
