import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Inventory, InventoryPlaces } from "../../inventory/inventory.ts";

const patience = 30_000;
const heapMegabytes = 256;

/** Takes an inventory in a thread of its own, which ends with it. Rejects when it takes too long, dies, or is not wanted any more. */
export function takeInventoryApart(dist: string, places: InventoryPlaces, signal: AbortSignal): Promise<Inventory> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(join(dist, "inventoryWorker.cjs"), { workerData: places, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
    const end = (act: () => void) => {
      clearTimeout(late);
      signal.removeEventListener("abort", stop);
      void worker.terminate();
      act();
    };
    const stop = () => end(() => reject(new Error("not wanted")));
    const late = setTimeout(() => end(() => reject(new Error("too slow"))), patience);
    signal.addEventListener("abort", stop, { once: true });
    worker.once("message", (inventory: Inventory) => end(() => resolve(inventory)));
    worker.once("error", (error) => end(() => reject(error)));
    worker.once("exit", () => end(() => reject(new Error("ended early"))));
  });
}
