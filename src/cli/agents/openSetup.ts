import { createAgentSetup, type AgentFile, type AgentSetup } from "../../node/agents/agentSetup.ts";
import { findRuntimes } from "../../node/agents/runtimes.ts";
import { locationsFor } from "../../node/locations.ts";
import { readDeniedNames } from "../../node/agents/deniedNames.ts";
import { toPlainNames } from "../../core/nativeDenies.ts";
import { CommandError, type CommandContext } from "../command.ts";
import type { AgentArguments } from "./agentArguments.ts";

/** The setup that the arguments mean: this user's, another's, or everybody's. */
export function openSetup({ scope, home = "", deny }: Pick<AgentArguments, "scope" | "home" | "deny">, { home: ownHome, locations, dist }: CommandContext): AgentSetup {
  const { platform, execPath, versions } = process;
  const of = home === "" ? ownHome : home;
  const places = home === "" ? locations : locationsFor(platform, home, locations.machineFile);
  const { state, machineFile } = places;
  const denied = { globs: toPlainNames(readDeniedNames(places, platform)), put: deny };
  return createAgentSetup({ scope, home: of, platform, state, machineFile, dist, denied, runtimes: () => findRuntimes({ platform, program: execPath, editor: versions["electron"] !== undefined }) });
}

/** The files of the assistants that were named, or of those that are used here. */
export function chooseFiles({ files, found }: AgentSetup, { agents }: Pick<AgentArguments, "agents">): readonly AgentFile[] {
  const unknown = agents.find((id) => id !== "all" && !files.some(({ assistant }) => assistant.id === id));
  if (unknown !== undefined) throw new CommandError(`there are no hooks for --agent ${unknown} here; known: ${files.map(({ assistant }) => assistant.id).join(", ")}`);
  const wanted = agents.length === 0 ? found() : agents;
  return files.filter(({ assistant }) => agents.includes("all") || wanted.includes(assistant.id));
}
