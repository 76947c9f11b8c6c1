import { parentPort, workerData } from "node:worker_threads";
import { takeInventory, type InventoryPlaces } from "./inventory.ts";

/** A thread that takes one inventory and ends. A model file or a server can make only it wait. */
async function serve(port: NonNullable<typeof parentPort>, places: InventoryPlaces): Promise<void> {
  port.postMessage(await takeInventory(places));
}

if (parentPort !== null) void serve(parentPort, workerData as InventoryPlaces);
