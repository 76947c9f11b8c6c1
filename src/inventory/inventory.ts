import { findRuntimes, type RuntimeSeen } from "./findRuntimes.ts";
import { machineFor } from "./machine/machineFor.ts";
import { readModelStores } from "./models/modelStores.ts";
import type { StoredModel } from "./models/storedModel.ts";
import { createAsk } from "./probe.ts";
import { knownRuntimes } from "./runtimes/known.ts";

/** The AI on this machine, as far as one user sees it. */
export interface Inventory {
  readonly runtimes: readonly RuntimeSeen[];
  readonly models: readonly StoredModel[];
}

export interface InventoryPlaces {
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/** One round: what runs, and what is stored. */
export async function takeInventory({ platform, home }: InventoryPlaces): Promise<Inventory> {
  const [runtimes, models] = await Promise.all([
    findRuntimes({ machine: machineFor(platform), runtimes: knownRuntimes, askAt: createAsk }),
    readModelStores(platform, home),
  ]);
  return { runtimes, models };
}
