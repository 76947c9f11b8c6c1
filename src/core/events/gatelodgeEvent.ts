import type { DecisionEvent } from "./decisionEvent.ts";
import type { FalsePositiveEvent } from "./falsePositiveEvent.ts";
import type { OverrideEvent } from "./overrideEvent.ts";
import type { UsageEvent } from "./usageEvent.ts";

/** All that may leave the machine. */
export type GatelodgeEvent = DecisionEvent | FalsePositiveEvent | OverrideEvent | UsageEvent;
