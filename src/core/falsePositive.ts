import { matchesName, type Policy } from "./policy/policy.ts";
import type { Finding } from "./request.ts";

/**
 * Whether a person may declare a finding false: every rule that such a finding sets off must be one that the policy lets a
 * person override. A finding that sets off no rule changes nothing and may always be marked.
 */
export function mayMarkFalsePositive({ rules, overrides, classification }: Pick<Policy, "rules" | "overrides" | "classification">, { kind, tier, detector }: Pick<Finding, "kind" | "tier" | "detector">): boolean {
  const givesLabel = classification.some(({ detectors }) => detectors?.some((pattern) => matchesName(pattern, detector)) === true);
  const touched = rules.filter(({ when }) => (givesLabel && (when.aboveCeiling === true || when.labels !== undefined)) || ((when.findings?.includes(kind) ?? (when.tiers !== undefined || when.detectors !== undefined))
    && (when.tiers?.includes(tier) ?? true) && (when.detectors?.some((pattern) => matchesName(pattern, detector)) ?? true)));
  return touched.every(({ id }) => overrides?.rules.some((pattern) => matchesName(pattern, id)) === true);
}
