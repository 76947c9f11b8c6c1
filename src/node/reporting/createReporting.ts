import { join } from "node:path";
import type { ReportingEntry } from "../../core/policy/policyDocument.ts";
import { toLossEvent, type LossReason } from "../../core/events/lossEvent.ts";
import { createEventIds } from "../eventId.ts";
import type { Ledger } from "../ledger.ts";
import type { Locations } from "../locations.ts";
import type { PolicyStore } from "../policyStore.ts";
import { makeRoom, spoolBounds } from "../spool/makeRoom.ts";
import { createSpoolReader, type SpoolReader } from "../spool/spoolReader.ts";
import { createSpoolWriter, type SpoolWriter } from "../spool/spoolWriter.ts";
import { readDevice } from "./device.ts";
import { createProcessResource, type Program } from "./processResource.ts";
import { createReportingLedger } from "./reportingLedger.ts";
import { createRefusedEvents } from "./refusedEvents.ts";
import { createSender, type Sender } from "./sender.ts";

export interface ReportingParts {
  readonly program: Program;
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
  /** What the policy says; `undefined`: nothing is reported. */
  readonly entry: () => ReportingEntry | undefined;
  /** The organisation's key for names that are in no catalogue. */
  readonly nameKey: () => string | undefined;
  /** Id and time of an event that happens now. */
  readonly stamp: () => { readonly id: string; readonly time: string };
}

/** Where reporting keeps its things, in the user's own folder of state. */
export const reportingPlaces = ({ state }: Pick<Locations, "state">) => ({
  spool: join(state, "spool"), refused: join(state, "spool", "refused"), book: join(state, "reported"), device: join(state, "device.json"), told: join(state, "reporting-told.json"), policy: join(state, "reported-policy"), heartbeat: join(state, "heartbeat"), inventory: join(state, "reported-inventory.json"),
});

/** What a program reports with. Without an endpoint in the policy nothing is made on the disk. */
export function createReporting({ program, dist, locations, policies, ledger, now }: ReportingParts): Reporting {
  const places = reportingPlaces(locations);
  const newId = createEventIds(now);
  const stamp = () => ({ id: newId(), time: new Date(now()).toISOString() });
  const entry = () => policies.current().policy.reporting;
  const spool: SpoolWriter = createSpoolWriter({ folder: places.spool, resource: () => createProcessResource(program, dist), pid: process.pid, now, newId, makeRoom: () => room() });
  const room = () => makeRoom({ folder: places.spool, bounds: spoolBounds, pid: process.pid, now, newId, tell: tellLoss(spool, stamp) });
  const nameKey = () => readDevice(places.device, entry()?.endpoint ?? "")?.nameKey;
  return { spool, entry, stamp, nameKey, ledger: createReportingLedger({ ledger, spool, entry, nameKey }) };
}

const tellLoss = (spool: SpoolWriter, stamp: Reporting["stamp"]) => (reason: LossReason, count: number) => spool.append(toLossEvent(reason, count, stamp()));

/** What reads the spool of every program of this user and sends it. */
export function createSpoolSender(locations: Pick<Locations, "state">, { spool, stamp }: Reporting, now: () => number): Sender & { readonly reader: SpoolReader; readonly makeRoom: () => void } {
  const places = reportingPlaces(locations);
  const reader = createSpoolReader({ folder: places.spool, pid: process.pid, now });
  const tell = tellLoss(spool, stamp);
  const sender = createSender({ reader, tell, keepRefused: createRefusedEvents(places.refused, now), now, random: Math.random });
  return { ...sender, reader, makeRoom: () => makeRoom({ folder: places.spool, bounds: spoolBounds, pid: process.pid, now, newId: () => stamp().id, tell }) };
}
