import { randomUUID } from "node:crypto";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import manifest from "../../../package.json" with { type: "json" };
import { toCycloneDx } from "../../inventory/exports/cycloneDx.ts";
import { toNdjson } from "../../inventory/exports/ndjson.ts";
import { lookForFetches, measureLoad, takeInventory } from "../../inventory/inventory.ts";
import { judgeInventory, type JudgedInventory } from "../../inventory/judgeInventory.ts";
import type { PossibleFetch } from "../../inventory/repositoryConnections.ts";
import { createPolicyStore } from "../../node/policyStore.ts";
import { CommandError, exitCodes, type Command } from "../command.ts";
import { fetchesText, inventoryText } from "../inventory/inventoryText.ts";
import { writeText } from "../writeText.ts";

const formats = ["json", "ndjson", "cyclonedx"] as const;
type Format = (typeof formats)[number];

/** Between two looks at what runs, which tell how much it works. */
const loadMilliseconds = 2000;

const help = `gatelodge inventory: the AI on this machine, as far as you can see it.

Usage:
  gatelodge inventory [folder…]   local model servers and models; editors, AI extensions, agents, tool servers (MCP), instructions,
                                  skills, settings that widen powers, credentials within reach: yours, and of the folders (default: this one)
  gatelodge inventory --json      the same for programs: {"version":1,"runtimes":[…],"models":[…],"downloads":[…],"tools":[…]}
  gatelodge inventory --ndjson    the same, each in a line
  gatelodge inventory --cyclonedx a bill of materials: CycloneDX 1.6 in JSON, without settings and credentials
  gatelodge inventory --connections  also who is connected to a place that keeps models, which is only "possible"; asks the network for their addresses
  gatelodge inventory --accept    tool servers are right as they are now: later changes of them are told

A server is named when it says itself what it is; by the name of a process alone, or by a model in its memory, it is "possible".
Only ports that model servers are known for, and those of processes that look like one, are asked: by GET, on this machine.
Each is approved, denied or unknown, as the policy's ai section says; denied says why, and what to use instead.
Names of models and licences are their makers' words. No value of a file or variable is shown. Nothing is sent anywhere.

Exit codes: ${exitCodes.clean} done, ${exitCodes.trouble} wrong usage, or what is accepted could not be kept.
`;

/** `gatelodge inventory`. */
export const inventory: Command = {
  name: "inventory",
  summary: "list the AI on this machine: model servers, models, extensions, agents, tool servers",
  help,
  run: async (args, { home, stdout, stderr, locations, folder, programFolders, environmentNames }) => {
    const { format, accept, connections, folders } = parse(args);
    const { platform } = process;
    const workspaces = (folders.length === 0 ? ["."] : folders).map((each) => resolve(folder, each));
    const store = createPolicyStore({ locations, platform, now: Date.now });
    const first = await takeInventory({ platform, home, workspaces, programFolders, environmentNames, accepted: { file: join(locations.state, "tool-servers.json"), again: accept } });
    const found = first.load.used.length === 0 ? first : await pause(loadMilliseconds).then(() => measureLoad(first, platform));
    const taken = judgeInventory(found, workspaces.map((each) => store.current({ folder: each }).policy.ai));
    const fetches = connections ? await lookForFetches(platform) : undefined;
    await writeText(stdout, format === undefined ? inventoryText(taken) + fetchesText(fetches) : exported(format, taken, fetches));
    if (found.unkept !== true) return exitCodes.clean;
    await writeText(stderr, "gatelodge: what is accepted of tool servers could not be written down\n");
    return exitCodes.trouble;
  },
};

function exported(format: Format, taken: JudgedInventory, fetches: readonly PossibleFetch[] | undefined): string {
  const now = new Date();
  switch (format) {
    case "json": return `${JSON.stringify({ version: 1, ...taken, ...(fetches === undefined ? {} : { connections: fetches }) })}\n`;
    case "ndjson": return toNdjson(taken, now, fetches);
    case "cyclonedx": return `${JSON.stringify(toCycloneDx(taken, { now, serial: randomUUID(), version: manifest.version }), undefined, 2)}\n`;
  }
}

interface Options {
  readonly format: Format | undefined;
  readonly accept: boolean;
  readonly connections: boolean;
  readonly folders: readonly string[];
}

function parse(args: readonly string[]): Options {
  const asked = readArguments(args);
  const chosen = formats.filter((format) => asked?.values[format] === true);
  if (asked === undefined || chosen.length > 1) throw new CommandError("gatelodge inventory takes folders, --accept, --connections, and one of --json, --ndjson and --cyclonedx");
  return { format: chosen[0], accept: asked.values.accept === true, connections: asked.values.connections === true, folders: asked.positionals };
}

function readArguments(args: readonly string[]) {
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({ args: [...args], options: { json: flag, ndjson: flag, cyclonedx: flag, accept: flag, connections: flag }, strict: true, allowPositionals: true });
  } catch {
    return undefined;
  }
}
