import type { DecisionEvent } from "./decisionEvent.ts";
import type { OverrideEvent } from "./overrideEvent.ts";
import type { UsageEvent } from "./usageEvent.ts";

/** All that may leave the machine. */
export type GatelodgeEvent = DecisionEvent | OverrideEvent | UsageEvent;
