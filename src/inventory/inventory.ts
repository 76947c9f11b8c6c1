import { parse } from "node:path";
import { findRuntimes, type RuntimeSeen } from "./findRuntimes.ts";
import { machineFor } from "./machine/machineFor.ts";
import { readModelStores } from "./models/modelStores.ts";
import type { StoredModel } from "./models/storedModel.ts";
import { createAsk } from "./probe.ts";
import { knownRuntimes } from "./runtimes/known.ts";
import { createDisk } from "./tools/disk.ts";
import { findTools } from "./tools/findTools.ts";
import { createServerMemory } from "./tools/mcp/serverMemory.ts";
import type { ToolFound } from "./tools/toolFound.ts";

/** The AI on this machine, as far as one user sees it. */
export interface Inventory {
  readonly runtimes: readonly RuntimeSeen[];
  readonly models: readonly StoredModel[];
  readonly tools: readonly ToolFound[];
  /** What is accepted of tool servers could not be written down. */
  readonly unkept?: true;
}

/** Plain data: it is handed to threads. */
export interface InventoryPlaces {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** Folders of somebody's work. */
  readonly workspaces: readonly string[];
  /** Where programs are looked for. */
  readonly programFolders: readonly string[];
  /** Names of the environment's variables. */
  readonly environmentNames: readonly string[];
  /** File of tool servers as they were accepted, and whether they are accepted as they are now; absent: changes are not told. */
  readonly accepted?: { readonly file: string; readonly again: boolean };
}

/** One round: what runs, what is stored, what is installed and configured. */
export async function takeInventory(places: InventoryPlaces): Promise<Inventory> {
  const { platform, home, accepted } = places;
  const memory = accepted === undefined ? undefined : createServerMemory(accepted.file);
  const [runtimes, models, tools] = await Promise.all([
    findRuntimes({ machine: machineFor(platform), runtimes: knownRuntimes, askAt: createAsk }),
    readModelStores(platform, home),
    findTools({ ...places, root: parse(home).root, disk: createDisk(), ...(memory === undefined ? {} : { memory }) }),
  ]);
  return { runtimes, models, tools, ...(memory?.keep(accepted?.again === true) === false ? { unkept: true } : {}) };
}
