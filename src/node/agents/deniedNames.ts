import { ceilingFor } from "../../core/evaluate.ts";
import { toDeniedNames, type DeniedNames } from "../../core/nativeDenies.ts";
import type { Locations } from "../locations.ts";
import { createPolicyStore } from "../policyStore.ts";

/** What the policy in force here keeps from assistants in the cloud by its name. */
export function readDeniedNames(locations: Locations, platform: NodeJS.Platform): readonly DeniedNames[] {
  const { policy } = createPolicyStore({ locations, platform, now: Date.now }).current();
  return toDeniedNames(policy, ceilingFor(policy, { assistant: "unknown", kind: "cloud" }));
}
