import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { RuntimeSeen } from "../inventory/findRuntimes.ts";
import type { Inventory, InventoryPlaces } from "../inventory/inventory.ts";
import type { ThreadJob } from "../inventory/inventoryWorker.ts";

const patience = 30_000;
const heapMegabytes = 256;

/** Takes an inventory in a thread of its own. */
export const takeInventoryApart = (dist: string, places: InventoryPlaces, signal: AbortSignal): Promise<Inventory> => lookApart<Inventory>(dist, { find: "inventory", places }, signal);

/** Looks in a thread of its own for what runs models. */
export const findRuntimesApart = (dist: string, platform: NodeJS.Platform, signal: AbortSignal): Promise<readonly RuntimeSeen[]> => lookApart<readonly RuntimeSeen[]>(dist, { find: "runtimes", platform }, signal);

/** The thread ends with its answer. Rejects when it takes too long, dies, or is not wanted any more. */
function lookApart<Seen>(dist: string, job: ThreadJob, signal: AbortSignal): Promise<Seen> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(join(dist, "inventoryWorker.cjs"), { workerData: job, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
    const end = (act: () => void) => {
      clearTimeout(late);
      signal.removeEventListener("abort", stop);
      void worker.terminate();
      act();
    };
    const stop = () => end(() => reject(new Error("not wanted")));
    const late = setTimeout(() => end(() => reject(new Error("too slow"))), patience);
    signal.addEventListener("abort", stop, { once: true });
    worker.once("message", (seen: Seen) => end(() => resolve(seen)));
    worker.once("error", (error) => end(() => reject(error)));
    worker.once("exit", () => end(() => reject(new Error("ended early"))));
  });
}
