import type { DecisionEvent } from "./decisionEvent.ts";
import type { ErrorEvent } from "./errorEvent.ts";
import type { FalsePositiveEvent } from "./falsePositiveEvent.ts";
import type { HeartbeatEvent } from "./heartbeatEvent.ts";
import type { InventoryEvent } from "./inventoryEvent.ts";
import type { LossEvent } from "./lossEvent.ts";
import type { OverrideEvent } from "./overrideEvent.ts";
import type { PinEvent } from "./pinEvent.ts";
import type { PolicyAppliedEvent, PolicyRejectedEvent } from "./policyEvent.ts";
import type { TamperEvent } from "./tamperEvent.ts";
import type { UsageEvent } from "./usageEvent.ts";

/** All that may leave the machine. */
export type GatelodgeEvent = DecisionEvent | ErrorEvent | FalsePositiveEvent | HeartbeatEvent | InventoryEvent | LossEvent | OverrideEvent | PinEvent | PolicyAppliedEvent | PolicyRejectedEvent | TamperEvent | UsageEvent;

const urgent: ReadonlySet<GatelodgeEvent["name"]> = new Set(["gatelodge.override", "gatelodge.policy.applied", "gatelodge.policy.rejected", "gatelodge.tamper"]);

/** What an organisation must not miss: on the disk before the door acts, and dropped last. */
export function isUrgent({ name, attributes }: GatelodgeEvent): boolean {
  if (name === "gatelodge.decision") return attributes["gatelodge.effect.enforced"] === "block" || attributes["gatelodge.undecided"];
  return urgent.has(name);
}
