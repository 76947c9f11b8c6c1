import { createAgentSetup, type AgentSetup } from "../../node/agents/agentSetup.ts";
import { findRuntimes } from "../../node/agents/runtimes.ts";
import type { Locations } from "../../node/locations.ts";

/** The setup of agents for the person whose editor this is. */
export function createUserSetup({ state, machineFile }: Locations, home: string, dist: string): AgentSetup {
  const { platform, execPath, versions } = process;
  return createAgentSetup({ scope: "user", home, platform, state, machineFile, dist, runtimes: () => findRuntimes({ platform, program: execPath, editor: versions["electron"] !== undefined }) });
}
