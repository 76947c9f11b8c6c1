import type { DecisionEvent } from "./decisionEvent.ts";
import type { FalsePositiveEvent } from "./falsePositiveEvent.ts";
import type { LossEvent } from "./lossEvent.ts";
import type { OverrideEvent } from "./overrideEvent.ts";
import type { UsageEvent } from "./usageEvent.ts";

/** All that may leave the machine. */
export type GatelodgeEvent = DecisionEvent | FalsePositiveEvent | LossEvent | OverrideEvent | UsageEvent;

/** What an organisation must not miss: on the disk before the door acts, and dropped last. */
export function isUrgent({ name, attributes }: GatelodgeEvent): boolean {
  if (name === "gatelodge.decision") return attributes["gatelodge.effect.enforced"] === "block" || attributes["gatelodge.undecided"];
  return name === "gatelodge.override";
}
