import { homedir } from "node:os";
import { join } from "node:path";
import type * as vscode from "vscode";
import { knownAssistantIds } from "../assistants/known.ts";
import { detect } from "../core/detect/detect.ts";
import { createBaselines } from "../node/baseline/baselines.ts";
import { createEventIds } from "../node/eventId.ts";
import { createGate, type Gate } from "../node/gate.ts";
import { createGrants, type Grants } from "../node/grants.ts";
import { createLedger, type Ledger } from "../node/ledger.ts";
import { locationsFor, type Locations } from "../node/locations.ts";
import { machineFilePath } from "../node/machineFile.ts";
import { createPathIdentity, type IdentifyPath } from "../node/pathIdentity.ts";
import { createPolicyStore, type PolicyStore } from "../node/policyStore.ts";
import { createReporting, type Reporting } from "../node/reporting/createReporting.ts";
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
  readonly reporting: Reporting;
  readonly usage: UsageCounter;
  readonly grants: Grants;
  readonly gate: Gate;
  readonly troubles: Troubles;
  readonly now: () => number;
}

export interface Places {
  readonly home: string;
  readonly machineFile: string;
  /** Folder of the bundles. */
  readonly dist: string;
}

/** Paths come in as arguments; `defaultPlaces` says which. */
export function createParts(output: vscode.LogOutputChannel, { home, machineFile, dist }: Places): Parts {
  const now = Date.now;
  const newId = createEventIds(now);
  const locations = locationsFor(process.platform, home, machineFile);
  const policies = createPolicyStore({ locations, platform: process.platform, now });
  const reporting = createReporting({ program: "gatelodge-vscode", dist, locations, policies, ledger: createLedger(locations.state), now });
  const { ledger } = reporting;
  const usage = createUsageCounter(now, newId, (event) => ledger.record({ event, local: {} }));
  const grants = createGrants(join(locations.state, grantsFileName), now);
  const gate = createGate({ policies, ledger, usage, grants, detect, baselines: createBaselines(), now, elapsed: () => performance.now(), newId, knownAssistants: knownAssistantIds });
  return { output, reporting, locations, policies, ledger, usage, grants, gate, troubles: createTroubles(), now, identify: createPathIdentity(now) };
}

/** The home folder as the editor was started with (a workspace cannot change it) and the platform's machine file. */
export function defaultPlaces(): { readonly home: string; readonly machineFile: string } {
  return { home: homedir(), machineFile: machineFilePath(process.platform) };
}
