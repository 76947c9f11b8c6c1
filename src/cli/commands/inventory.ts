import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { takeInventory } from "../../inventory/inventory.ts";
import { judgeInventory } from "../../inventory/judgeInventory.ts";
import { createPolicyStore } from "../../node/policyStore.ts";
import { CommandError, exitCodes, type Command } from "../command.ts";
import { inventoryText } from "../inventory/inventoryText.ts";
import { writeText } from "../writeText.ts";

const help = `gatelodge inventory: the AI on this machine, as far as you can see it.

Usage:
  gatelodge inventory [folder…]   local model servers that run, models they hold, models on this disk; editors, AI extensions and
                                  tool servers (MCP) of yours and of the folders (default: this one)
  gatelodge inventory --json      the same for programs: {"version":1,"runtimes":[…],"models":[…],"tools":[…]}

A server is named when it says itself what it is; by the name of a process alone, or by a model in its memory, it is "possible".
Only ports that model servers are known for, and those of processes that look like one, are asked: by GET, on this machine.
Each is approved, denied or unknown, as the policy's ai section says; denied says why, and what to use instead.
Names of models and licences are their makers' words. Nothing is sent anywhere.

Exit codes: ${exitCodes.clean} done, ${exitCodes.trouble} wrong usage.
`;

/** `gatelodge inventory`. */
export const inventory: Command = {
  name: "inventory",
  summary: "list the AI on this machine: model servers, models, extensions, agents, tool servers",
  help,
  run: async (args, { home, stdout, locations, folder }) => {
    const { json, folders } = parse(args);
    const { platform } = process;
    const workspaces = (folders.length === 0 ? ["."] : folders).map((each) => resolve(folder, each));
    const store = createPolicyStore({ locations, platform, now: Date.now });
    const taken = judgeInventory(await takeInventory({ platform, home, workspaces }), workspaces.map((each) => store.current({ folder: each }).policy.ai));
    await writeText(stdout, json ? `${JSON.stringify({ version: 1, ...taken })}\n` : inventoryText(taken));
    return exitCodes.clean;
  },
};

function parse(args: readonly string[]): { readonly json: boolean; readonly folders: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { json: { type: "boolean" } }, strict: true, allowPositionals: true });
    return { json: values.json === true, folders: positionals };
  } catch {
    throw new CommandError("gatelodge inventory takes folders and --json");
  }
}
