import { strictness, type Decision, type DestinationKind } from "../../core/request.ts";

interface Mark {
  readonly badge: string;
  readonly tooltip: string;
}

/** Badge and words for what the policy says to each kind of destination. `undefined`: every assistant may have the file. */
export function toMark(decisions: readonly { readonly kind: DestinationKind; readonly decision: Pick<Decision, "effect" | "enforced" | "label"> }[]): Mark | undefined {
  const concerned = decisions.filter(({ decision }) => strictness(decision.effect) > strictness("warn"));
  const label = concerned[0]?.decision.label;
  if (label === undefined) return undefined;
  const badge = label.slice(0, 1).toUpperCase();
  const stopped = concerned.filter(({ decision }) => decision.enforced === "block");
  if (stopped.length === 0) return { badge, tooltip: `${label}: assistants may see this; it is recorded` };
  if (stopped.length === decisions.length) return { badge, tooltip: `${label}: assistants may not see this` };
  return { badge, tooltip: stopped.some(({ kind }) => kind === "cloud") ? `${label}: only local assistants may see this` : `${label}: some assistants may not see this` };
}
