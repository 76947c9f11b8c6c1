import type { PolicyDocument, RuleEntry } from "../policy/policyDocument.ts";
import { builtinPolicy } from "../policy/builtinPolicy.ts";
import type { NextPolicy, OrganisationPolicy } from "./signedContent.ts";

/** What decides whether the next policy holds on a device already. */
export interface Device {
  readonly groups: readonly string[];
  /** From 0 to under 100; absent: nobody knows which device this is. */
  readonly share: number | undefined;
}

/** The document for one device: the next one within its rings, else the present one; rules that were taken back only record. */
export function effectiveDocument({ document, next, monitorRules = [] }: OrganisationPolicy, device: Device): PolicyDocument {
  const chosen = next !== undefined && isIn(next, device) ? next.document : document;
  if (monitorRules.length === 0) return chosen;
  const own = chosen.rules ?? [];
  const builtin = chosen.extends === "none" ? [] : (builtinPolicy.rules ?? []).filter(({ id }) => monitorRules.includes(id) && !own.some((rule) => rule.id === id));
  const toMonitor = (rule: RuleEntry): RuleEntry => (monitorRules.includes(rule.id) ? { ...rule, mode: "monitor" } : rule);
  return { ...chosen, rules: [...own, ...builtin].map(toMonitor) };
}

function isIn({ percent = 0, groups = [] }: NextPolicy, { share, groups: mine }: Device): boolean {
  return groups.some((group) => mine.includes(group)) || (share !== undefined && share < percent);
}
