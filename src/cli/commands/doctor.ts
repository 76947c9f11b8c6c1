import { isAbsolute, resolve } from "node:path";
import { parseArgs } from "node:util";
import { toAgentCoverage, type AgentCoverage } from "../../node/agents/agentCoverage.ts";
import type { AgentSetup } from "../../node/agents/agentSetup.ts";
import { findClientVersion } from "../../node/agents/clientVersion.ts";
import { testHooks } from "../../node/agents/selfTest.ts";
import { locationsFor } from "../../node/locations.ts";
import { createPinnedFiles, pinsFolder } from "../../node/pins/pinnedFiles.ts";
import { createPolicyStore } from "../../node/policyStore.ts";
import { chooseFiles, openSetup } from "../agents/openSetup.ts";
import { CommandError, exitCodes, type Command, type CommandContext } from "../command.ts";
import { doctorText } from "../doctor/doctorText.ts";
import { writeText } from "../writeText.ts";

const help = `gatelodge doctor: what is guarded of the coding agents on this machine, and how far that is known.

Usage:
  gatelodge doctor [--agent ID] [--folder PATH] [--home PATH] [--no-self-test] [--json]

Asks each installed hook, started exactly as the agent's own file names it, for things that must be refused or masked, and one
that must not; the questions are decided and recorded like any other. For each agent and channel it says

  proven        self-tested, and this version of the client was itself seen to be denied (docs/proof-agents.md, on Linux)
  self-tested   its hook refused here, in the client's own form
  installed     the hook is there, and was not asked
  advisory      the policy only records
  unsupported   the client asks nobody
  switched off  something keeps the client from asking
  unguarded     there is no hook, or it let something through

  --agent ID       which ones (also several, or all); by default those that are used here
  --folder PATH    a repository that may switch hooks off; by default the working directory
  --home PATH      the home of another user
  --no-self-test   ask nothing
  --json           for programs

Settings of agents that the policy pins are listed with whether they are as strict as that; those of the editor are shown in it.

Exit codes: ${exitCodes.clean} each channel that has a lever is proven or self-tested and pinned settings are kept, ${exitCodes.findings} one is not, ${exitCodes.trouble} wrong usage.
`;

/** `gatelodge doctor`. */
export const doctor: Command = {
  name: "doctor",
  summary: "what is guarded of the coding agents here, asked of their hooks",
  help,
  run: async (args, context) => {
    const chosen = readArguments(args, context.folder);
    const home = chosen.home ?? context.home;
    const locations = chosen.home === undefined ? context.locations : locationsFor(process.platform, home, context.locations.machineFile);
    const setup = openSetup({ scope: "user", deny: false, ...(chosen.home === undefined ? {} : { home }) }, context);
    const { policy } = createPolicyStore({ locations, platform: process.platform, now: Date.now }).current();
    const agents = look(setup, chosen, { enforced: policy.mode === "enforce", programFolders: context.programFolders });
    const pins = createPinnedFiles({ home, folder: pinsFolder(locations) }).look(policy.pins.settings);
    await writeText(context.stdout, chosen.json ? `${JSON.stringify({ version: 1, enforced: policy.mode === "enforce", agents, pins: pins.map(({ pin: { assistant, setting, value }, state }) => ({ assistant, setting, value, state })) })}\n` : doctorText({ agents, policy, pins }));
    return agents.every(({ channels }) => channels.every(({ word }) => good.has(word))) && pins.every(({ state }) => state === "kept") ? exitCodes.clean : exitCodes.findings;
  },
};

const good: ReadonlySet<string> = new Set(["proven", "self-tested", "unsupported"]);

interface DoctorArguments {
  readonly agents: readonly string[];
  readonly folder: string;
  readonly home?: string;
  readonly selfTest: boolean;
  readonly json: boolean;
}

function look(setup: AgentSetup, chosen: DoctorArguments, { enforced, programFolders }: Pick<CommandContext, "programFolders"> & { readonly enforced: boolean }): readonly AgentCoverage[] {
  const files = chooseFiles(setup, chosen);
  const assistants = [...new Set(files.map(({ assistant }) => assistant))];
  return assistants.flatMap((assistant) => {
    const own = files.filter((file) => file.assistant === assistant);
    const statuses = own.map((file) => setup.status(file, chosen.folder));
    const isThere = statuses.some(({ state }) => state !== "not installed");
    const version = findClientVersion(assistant, programFolders);
    // A line for a shell is started by one, and there is none on Windows.
    const tested = chosen.selfTest && isThere && process.platform !== "win32" ? testHooks(assistant, own) : undefined;
    return toAgentCoverage({ assistant, statuses, platform: process.platform, enforced, ...(version === undefined ? {} : { version }), ...(tested === undefined ? {} : { tested }) }) ?? [];
  });
}

function readArguments(args: readonly string[], workingFolder: string): DoctorArguments {
  const { agent = [], folder = ".", home, json = false, "no-self-test": untested = false } = parse(args);
  if (home !== undefined && !isAbsolute(home)) throw new CommandError("--home must be an absolute path");
  return { agents: agent.flatMap((list) => list.split(",")), folder: resolve(workingFolder, folder), selfTest: !untested, json, ...(home === undefined ? {} : { home }) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], strict: true, options: { agent: { type: "string", multiple: true }, folder: { type: "string" }, home: { type: "string" }, "no-self-test": { type: "boolean" }, json: { type: "boolean" } } }).values;
  } catch {
    throw new CommandError("unknown or incomplete option; see gatelodge doctor --help");
  }
}
