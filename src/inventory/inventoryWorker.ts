import { parentPort, workerData } from "node:worker_threads";
import { findRuntimesOf, takeInventory, type InventoryPlaces } from "./inventory.ts";

/** What the thread is started for. */
export type ThreadJob = { readonly find: "inventory"; readonly places: InventoryPlaces } | { readonly find: "runtimes"; readonly platform: NodeJS.Platform };

/** A thread that looks once and ends. A model file or a server can make only it wait. */
async function serve(port: NonNullable<typeof parentPort>, job: ThreadJob): Promise<void> {
  port.postMessage(await (job.find === "inventory" ? takeInventory(job.places) : findRuntimesOf(job.platform)));
}

if (parentPort !== null) void serve(parentPort, workerData as ThreadJob);
