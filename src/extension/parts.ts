import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";
import type * as vscode from "vscode";
import { knownAssistantIds } from "../assistants/known.ts";
import { detect } from "../core/detect/detect.ts";
import { createBaselines } from "../node/baseline/baselines.ts";
import { createGate, type Gate } from "../node/gate.ts";
import { createGrants, type Grants } from "../node/grants.ts";
import { createLedger, type Ledger } from "../node/ledger.ts";
import { locationsFor, type Locations } from "../node/locations.ts";
import { machineFilePath } from "../node/machineFile.ts";
import { createPathIdentity, type IdentifyPath } from "../node/pathIdentity.ts";
import { createPolicyStore, type PolicyStore } from "../node/policyStore.ts";
import { createUsageCounter, type UsageCounter } from "../node/usageCounter.ts";
import { createTroubles, type Troubles } from "./troubles.ts";

export const grantsFileName = "grants.json";

/** What every guard and view is made from. Built once in `activate`, passed on, never looked up. */
export interface Parts {
  readonly output: vscode.LogOutputChannel;
  readonly locations: Locations;
  readonly policies: PolicyStore;
  readonly identify: IdentifyPath;
  readonly ledger: Ledger;
  readonly usage: UsageCounter;
  readonly grants: Grants;
  readonly gate: Gate;
  readonly troubles: Troubles;
  readonly now: () => number;
}

/** Paths come in as arguments; `defaultPlaces` says which. */
export function createParts(output: vscode.LogOutputChannel, home: string, machineFile: string): Parts {
  const now = Date.now;
  const newId = randomUUID;
  const locations = locationsFor(process.platform, home, machineFile);
  const policies = createPolicyStore({ locations, platform: process.platform, now });
  const ledger = createLedger(locations.state);
  const usage = createUsageCounter(now, newId, (event) => ledger.record({ event, local: {} }));
  const grants = createGrants(join(locations.state, grantsFileName), now);
  const gate = createGate({ policies, ledger, usage, grants, detect, baselines: createBaselines(), now, elapsed: () => performance.now(), newId, knownAssistants: knownAssistantIds });
  return { output, locations, policies, ledger, usage, grants, gate, troubles: createTroubles(), now, identify: createPathIdentity(now) };
}

/** The home folder as the editor was started with (a workspace cannot change it) and the platform's machine file. */
export function defaultPlaces(): { readonly home: string; readonly machineFile: string } {
  return { home: homedir(), machineFile: machineFilePath(process.platform) };
}
