import { existsSync } from "node:fs";
import { join } from "node:path";
import { compiledRules } from "../../core/detect/compiledRules.ts";
import type { Finding, Request } from "../../core/request.ts";
import type { IdentifyPath } from "../../node/pathIdentity.ts";
import type { LedgerEntry } from "../../node/ledger.ts";

const able = ["allow", "warn", "redact", "ask", "block"] as const;
const known = new Map(compiledRules.map((rule) => [rule.id, rule]));

/**
 * The question that a recorded decision answered, as far as the book tells: its file where it is still below this repository, else
 * the label it had, and what was found by name. `undefined`: no decision, or nobody could look at the time.
 */
export function replayEntry({ event, local }: LedgerEntry, repository: string, identify: IdentifyPath): { readonly request: Request; readonly path: string | undefined } | undefined {
  if (event.name !== "gatelodge.decision" || event.attributes["gatelodge.undecided"]) return undefined;
  const { attributes } = event;
  const place = local.path === undefined ? undefined : join(repository, local.path);
  const path = place !== undefined && existsSync(place) ? identify(place) : undefined;
  const findings = attributes["gatelodge.detector.ids"].map(toFinding);
  return {
    path: local.path,
    request: {
      channel: attributes["gatelodge.channel"], destination: { assistant: local.assistant ?? attributes["gatelodge.assistant.id"], kind: attributes["gatelodge.destination.kind"] }, able, findings,
      ...(path === undefined ? { sourceLabel: attributes["gatelodge.label"], folder: repository } : { path }),
    },
  };
}

/** The book says what found something, not how sure it was: as sure as that detector is by itself. */
function toFinding(detector: string): Finding {
  const { kind = "marker", tier = "likely" } = known.get(detector) ?? {};
  return { detector, kind, tier, start: 0, end: 1 };
}
