import * as vscode from "vscode";
import { createFalsePositives } from "../node/falsePositives.ts";
import { createPinnedFiles, pinsFolder } from "../node/pins/pinnedFiles.ts";
import { createUserSetup } from "./agents/createUserSetup.ts";
import { setUpAgents } from "./agents/setUpAgents.ts";
import { standByGateway } from "./agents/standByGateway.ts";
import { watchAgents } from "./agents/agentsWatch.ts";
import { watchPins } from "./pins/watchPins.ts";
import { createMachineAi } from "./ai/machineAi.ts";
import { commandTable, type CommandParts } from "./commands.ts";
import { fixTable } from "./fixes/fixTable.ts";
import { createAgentTerminals } from "./guards/terminal/agentTerminals.ts";
import type { LanguageServer } from "./languageClient.ts";
import { createTamperReport } from "./reporting/guardReports.ts";
import { registerPolicyFetch } from "./reporting/registerPolicyFetch.ts";
import { createReportingFeature } from "./reporting/reportingFeature.ts";
import { askForException } from "./exceptions/askForException.ts";
import { watchAnswers } from "./exceptions/watchAnswers.ts";
import { createExceptionAsks } from "../node/exceptions/exceptionAsks.ts";
import { trustPlaces } from "../node/trust/trustFiles.ts";
import { createWorkspaceScan } from "./scan/scanWorkspace.ts";
import { collectCoverage } from "./views/collectCoverage.ts";

export interface BackgroundParts extends Omit<CommandParts, "scan" | "server" | "pinned"> {
  readonly server: LanguageServer;
  readonly home: string;
}

export interface Background extends vscode.Disposable {
  /** By command. */
  readonly commands: Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;
}

/** Builds what no guard of a document waits for: agents, reporting, fetching of policies, and what a command does. */
export function createBackground(all: BackgroundParts): Background {
  const { parts, pages, dist, home, server } = all;
  const { locations, policies, output } = parts;
  const agents = createUserSetup(locations, home, dist);
  const scan = createWorkspaceScan(parts, dist);
  const reporting = createReportingFeature({ parts, pages, dist, agents, coverage: () => collectCoverage(all) });
  const machineAi = createMachineAi({ parts, documents: all.documents, pages, dist, home });
  const policyFetch = registerPolicyFetch(parts, dist);
  const asks = createExceptionAsks({ places: trustPlaces(locations), organisation: () => policies.current().organisation, fetch, now: parts.now });
  const pinned = createPinnedFiles({ home, folder: pinsFolder(locations) });
  const pins = watchPins({ parts, records: all.records, files: pinned, pages });
  const running = vscode.Disposable.from(
    scan, machineAi, reporting, pins, createAgentTerminals(agents, output), policyFetch, watchAnswers(asks, policyFetch.fetchNow, parts),
    watchAgents(agents, () => policies.current().policy.agents.hooksOff, output, createTamperReport(parts)),
  );
  void standByGateway({ home, state: locations.state, dist, runtime: process.execPath }, output).catch((error: unknown) => output.error(`the gateway for local models could not be looked after (${(error as Error).name})`));
  return {
    commands: {
      ...commandTable({ ...all, scan, pinned }),
      ...machineAi.commands,
      ...fixTable({ parts, server, falsePositives: createFalsePositives(locations.state), home }),
      "gatelodge.showPins": () => pins.show(),
      "gatelodge.setUpAgents": () => setUpAgents(agents, pages),
      "gatelodge.askForException": () => askForException(parts, all.documents, asks),
      "gatelodge.showReported": reporting.show,
    },
    dispose: () => running.dispose(),
  };
}
