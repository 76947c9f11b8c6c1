import { toErrorEvent, type ErrorType } from "../../core/events/errorEvent.ts";
import { toHeartbeatEvent } from "../../core/events/heartbeatEvent.ts";
import { toTamperEvent, type TamperKind } from "../../core/events/tamperEvent.ts";
import type { AgentSetup } from "../../node/agents/agentSetup.ts";
import { reportingPlaces } from "../../node/reporting/createReporting.ts";
import { createProgramsHash } from "../../node/reporting/hashPrograms.ts";
import { createPolicyReports } from "../../node/reporting/policyReports.ts";
import type { ReportingRun } from "../../node/reporting/reportingRun.ts";
import { createTurns } from "../../node/reporting/turns.ts";
import type { Parts } from "../parts.ts";
import type { WindowState } from "../views/coveragePage.ts";

const heartbeatMilliseconds = 300_000;

export interface GuardReportsParts {
  readonly parts: Parts;
  readonly coverage: () => WindowState;
  readonly agents: Pick<AgentSetup, "files" | "status">;
  readonly waiting: ReportingRun["waiting"];
  /** Folder of the bundles. */
  readonly dist: string;
}

/** What is told to the developer's ledger and, where there is an endpoint, to the organisation when somebody changes what guards. */
export const createTamperReport = ({ reporting }: Pick<Parts, "reporting">) => (kind: TamperKind, assistant?: string): void => reporting.ledger.record({ event: toTamperEvent(kind, assistant, reporting.stamp()), local: {} });

/** Looks at how the guard stands, some time apart, and reports what is new: another policy, a part that fails, and a sign of life. */
export function createGuardReports({ parts, coverage, agents, waiting, dist }: GuardReportsParts): () => Promise<void> {
  const { reporting, policies, locations, gate, usage, ledger, now } = parts;
  const places = reportingPlaces(locations);
  const record = (event: Parameters<typeof ledger.record>[0]["event"]) => ledger.record({ event, local: {} });
  const reportPolicy = createPolicyReports({ file: places.policy, record, stamp: reporting.stamp });
  const isOurTurn = createTurns(places.heartbeat, heartbeatMilliseconds, now);
  const hashPrograms = createProgramsHash(dist);
  const reportTamper = createTamperReport(parts);
  const state: { server: WindowState["serverState"]; programs?: string; readonly start: number } = { server: "starting", start: now() };
  const reportServer = (server: WindowState["serverState"]) => {
    if (server !== state.server && isFailure(server)) record(toErrorEvent("languageServer", server, reporting.stamp()));
    state.server = server;
  };
  const beat = async (seen: WindowState) => {
    const programs = await hashPrograms();
    // An update comes into a folder of its own.
    if (state.programs !== undefined && state.programs !== programs) reportTamper("programChanged");
    state.programs = programs;
    const hooks = agents.files.map((file) => agents.status(file));
    // Not for the ledger: hundreds a day would push out what people look for.
    reporting.spool.append(toHeartbeatEvent({
      uptime: (now() - state.start) / 1000, policyHash: policies.current().policy.hash, mode: seen.mode, programs, server: seen.serverState,
      doorsOff: [...seen.troubles].flatMap(([door, troubles]) => (troubles.length === 0 ? [] : [door])),
      hooksInstalled: hooks.flatMap(({ assistant, state: installed }) => (installed === "installed" ? [assistant] : [])),
      hooksOff: hooks.flatMap(({ assistant, state: installed, switchedOff }) => (installed === "drifted" || (installed === "installed" && switchedOff.length > 0) ? [assistant] : [])),
      undecided: gate.undecided(), unrecorded: ledger.lost(), unspooled: reporting.spool.lost(), queue: waiting(),
    }, reporting.stamp()));
  };
  return async () => {
    if (reporting.entry() === undefined) return;
    usage.flushPast();
    reportPolicy(policies.current());
    const seen = coverage();
    reportServer(seen.serverState);
    if (isOurTurn()) await beat(seen);
  };
}

const isFailure = (server: WindowState["serverState"]): server is ErrorType & WindowState["serverState"] => server === "stopped" || server === "restarting";
