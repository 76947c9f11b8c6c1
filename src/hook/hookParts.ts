import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { knownAssistantIds } from "../assistants/known.ts";
import { detect } from "../core/detect/detect.ts";
import { createForbids } from "../core/selfProtection.ts";
import { createBaselines } from "../node/baseline/baselines.ts";
import { createGate, type Gate } from "../node/gate.ts";
import { createGrants } from "../node/grants.ts";
import { createLedger } from "../node/ledger.ts";
import { locationsFor } from "../node/locations.ts";
import { createPathIdentity, type IdentifyPath } from "../node/pathIdentity.ts";
import { createPolicyStore } from "../node/policyStore.ts";
import { createUsageCounter } from "../node/usageCounter.ts";

/** What answers are made with; a resident keeps one set for many calls. */
export interface HookParts {
  readonly gate: Gate;
  readonly identify: IdentifyPath;
  readonly home: string;
  /** Milliseconds from an arbitrary start. */
  readonly elapsed: () => number;
}

export interface HookPlaces {
  readonly home: string;
  readonly machineFile: string;
  /** The folder this program stands in: agents may not write there. */
  readonly program: string;
  readonly platform: NodeJS.Platform;
}

/** Builds the parts from absolute places; nothing is looked up in the environment. */
export function createHookParts({ home, machineFile, program, platform }: HookPlaces): HookParts {
  const now = Date.now;
  const locations = locationsFor(platform, home, machineFile);
  const policies = createPolicyStore({ locations, platform, now });
  const ledger = createLedger(locations.state);
  const usage = createUsageCounter(now, randomUUID, (event) => ledger.record({ event, local: {} }));
  const grants = createGrants(join(locations.state, "grants.json"), now);
  const forbids = createForbids({ closed: [locations.state, dirname(locations.userPolicy), machineFile], programs: [program] });
  const elapsed = () => performance.now();
  const gate = createGate({ policies, ledger, usage, grants, detect, baselines: createBaselines(), now, elapsed, newId: randomUUID, knownAssistants: knownAssistantIds, forbids });
  return { gate, identify: createPathIdentity(now), home, elapsed };
}
