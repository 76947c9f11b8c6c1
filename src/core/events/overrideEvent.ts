import type { Policy } from "../policy/policy.ts";
import { reportedRule } from "./decisionEvent.ts";

/** A person overrode a decision. The reason they typed stays in the local ledger. */
export interface OverrideEvent {
  readonly name: "gatelodge.override";
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: {
    readonly "gatelodge.event.id": string;
    readonly "gatelodge.rule.id": string;
    /** Minutes; 0: the next decision only. */
    readonly "gatelodge.override.minutes": number;
  };
}

/** Makes the event of one lifted rule. A name that a user or a repository made up is not in it. */
export function toOverrideEvent(policy: Pick<Policy, "rules">, rule: string, { id, time, minutes }: { readonly id: string; readonly time: string; readonly minutes: number }): OverrideEvent {
  return { name: "gatelodge.override", time, attributes: { "gatelodge.event.id": id, "gatelodge.rule.id": reportedRule(policy, rule), "gatelodge.override.minutes": minutes } };
}
