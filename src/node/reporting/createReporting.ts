import { join } from "node:path";
import { schemaVersion } from "../../core/otlp/toOtlpLogs.ts";
import type { Ledger } from "../ledger.ts";
import { createEventIds } from "../eventId.ts";
import type { Locations } from "../locations.ts";
import type { PolicyStore } from "../policyStore.ts";
import { createSpoolWriter, type SpoolWriter } from "../spool/spoolWriter.ts";
import { createProcessResource } from "./processResource.ts";
import { createSpoolReader } from "../spool/spoolReader.ts";
import { createReportingLedger } from "./reportingLedger.ts";
import { createSender, type Sender } from "./sender.ts";

export interface ReportingParts {
  readonly program: "gatelodge-vscode" | "gatelodge-hook";
  readonly dist: string;
  readonly locations: Pick<Locations, "state">;
  readonly policies: Pick<PolicyStore, "current">;
  readonly ledger: Ledger;
  readonly now: () => number;
}

export interface Reporting {
  /** The ledger to record in. */
  readonly ledger: Ledger;
  readonly spool: SpoolWriter;
}

export const spoolFolder = ({ state }: Pick<Locations, "state">): string => join(state, "spool");

/** What a program reports with. Without an endpoint in the policy nothing is made on the disk. */
export function createReporting({ program, dist, locations, policies, ledger, now }: ReportingParts): Reporting {
  const spool = createSpoolWriter({ folder: spoolFolder(locations), resource: () => createProcessResource(program, dist), pid: process.pid, now, newId: createEventIds(now), makeRoom: () => {} });
  return { spool, ledger: createReportingLedger(ledger, spool, () => policies.current().policy.reporting) };
}

/** What reads the spool of every program of this user and sends it. */
export function createSpoolSender(locations: Pick<Locations, "state">, spool: SpoolWriter, now: () => number): Sender {
  return createSender({
    reader: createSpoolReader({ folder: spoolFolder(locations), pid: process.pid, now }),
    resource: { "gatelodge.schema.version": schemaVersion }, append: spool.append, quarantine: () => {}, keepSent: () => {}, now, random: Math.random, newId: createEventIds(now),
  });
}
