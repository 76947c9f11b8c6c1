import type { Grant } from "../../core/evaluate.ts";
import { liftableRules } from "../../core/liftableRules.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Judged } from "./judged.ts";

// Long enough to answer and to do it again; also ends what is never used.
export const onceMinutes = 5;

/** The permissions that would let all of this through once, or none: a part would not help. */
export function onceGrants(policyOf: (request: Judged["request"]) => Policy, now: number, stopped: readonly Judged[]): readonly Omit<Grant, "id">[] {
  const grants = stopped.map(({ request, decision }) => {
    const policy = policyOf(request);
    const rules = liftableRules(policy, decision);
    const until = now + Math.min(onceMinutes, policy.overrides?.maxMinutes ?? 0) * 60_000;
    return { rules, channels: [request.channel], until, once: true, ...(request.path === undefined ? {} : { path: request.path.absolute }) };
  });
  return grants.every(({ rules }) => rules.length > 0) ? grants : [];
}
