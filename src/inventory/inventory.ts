import { Resolver } from "node:dns/promises";
import { parse } from "node:path";
import { findRuntimes, type RuntimeSeen } from "./findRuntimes.ts";
import { sampleLoad, withLoad, type LoadSample } from "./load.ts";
import { machineFor } from "./machine/machineFor.ts";
import { findDownloads, type Download } from "./models/downloads.ts";
import { readModelStores } from "./models/modelStores.ts";
import type { StoredModel } from "./models/storedModel.ts";
import { createAsk } from "./probe.ts";
import { findPossibleFetches, type PossibleFetch } from "./repositoryConnections.ts";
import { knownRuntimes } from "./runtimes/known.ts";
import { createDisk } from "./tools/disk.ts";
import { findTools } from "./tools/findTools.ts";
import { createServerMemory } from "./tools/mcp/serverMemory.ts";
import type { ToolFound } from "./tools/toolFound.ts";

/** The AI on this machine, as far as one user sees it. */
export interface Found {
  readonly runtimes: readonly RuntimeSeen[];
  readonly models: readonly StoredModel[];
  readonly downloads: readonly Download[];
  readonly tools: readonly ToolFound[];
}

/** What one round says. */
export interface Inventory extends Found {
  /** For the next round: what is used between two of them says who works. */
  readonly load: LoadSample;
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
  /** Of the last round; absent: this is the first. */
  readonly before?: LoadSample;
}

/** One round: what runs, what is stored and being fetched, what is installed and configured. */
export async function takeInventory(places: InventoryPlaces): Promise<Inventory> {
  const { platform, home, accepted, before } = places;
  const memory = accepted === undefined ? undefined : createServerMemory(accepted.file);
  const machine = machineFor(platform);
  const [runtimes, models, downloads, tools] = await Promise.all([
    findRuntimesOf(platform),
    readModelStores(platform, home),
    findDownloads({ platform, home, machine, now: Date.now() }),
    findTools({ ...places, root: parse(home).root, disk: createDisk(), ...(memory === undefined ? {} : { memory }) }),
  ]);
  const load = await sampleLoad(machine, runtimes, Date.now());
  return { runtimes: withLoad(runtimes, before, load), models, downloads, tools, load, ...(memory?.keep(accepted?.again === true) === false ? { unkept: true } : {}) };
}

/** The runtimes alone. */
export const findRuntimesOf = (platform: NodeJS.Platform): Promise<readonly RuntimeSeen[]> => findRuntimes({ machine: machineFor(platform), runtimes: knownRuntimes, askAt: createAsk });

/** Who may be fetching models now: asks the network for the addresses of places that keep them, and nothing else does. */
export function lookForFetches(platform: NodeJS.Platform): Promise<readonly PossibleFetch[]> {
  const machine = machineFor(platform);
  const resolver = new Resolver({ timeout: 1500, tries: 1 });
  const resolve = async (host: string) => (await Promise.all([resolver.resolve4(host).catch(() => []), resolver.resolve6(host).catch(() => [])])).flat();
  return findPossibleFetches({ connections: machine.connections, processes: machine.processes, resolve });
}

/** The same with what its runtimes have used since. */
export async function measureLoad(inventory: Inventory, platform: NodeJS.Platform): Promise<Inventory> {
  const load = await sampleLoad(machineFor(platform), inventory.runtimes, Date.now());
  return { ...inventory, load, runtimes: withLoad(inventory.runtimes, inventory.load, load) };
}
