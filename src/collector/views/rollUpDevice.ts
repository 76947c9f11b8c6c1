import type { DatabaseSync } from "node:sqlite";
import type { StoredEvent } from "../eventStore.ts";
import { tamperKindOf, toStanding } from "./traces.ts";

/** Keeps how each machine stands: the last heartbeat counts, whatever order they arrive in. */
export function createRollUpDevice(database: DatabaseSync): (device: string, name: string, attributes: StoredEvent["attributes"], time: number) => void {
  const beat = database.prepare(`
    INSERT INTO viewDevices (device, heartbeat, mode, policy, programs, server, doorsOff, hooks, hooksOff, undecided, unrecorded, unspooled, queueAge) VALUES (:device, :time, :mode, :policy, :programs, :server, :doorsOff, :hooks, :hooksOff, :undecided, :unrecorded, :unspooled, :queueAge)
    ON CONFLICT DO UPDATE SET heartbeat = excluded.heartbeat, mode = excluded.mode, policy = excluded.policy, programs = excluded.programs, server = excluded.server, doorsOff = excluded.doorsOff, hooks = excluded.hooks, hooksOff = excluded.hooksOff, undecided = excluded.undecided, unrecorded = excluded.unrecorded, unspooled = excluded.unspooled, queueAge = excluded.queueAge
    WHERE heartbeat IS NULL OR excluded.heartbeat > heartbeat`);
  const tampered = database.prepare("INSERT INTO viewDevices (device, tampered, tamperKind) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET tampered = excluded.tampered, tamperKind = excluded.tamperKind WHERE tampered IS NULL OR excluded.tampered > tampered");
  const reported = database.prepare("INSERT INTO viewDevices (device, reported) VALUES (?, ?) ON CONFLICT DO UPDATE SET reported = excluded.reported WHERE reported IS NULL OR excluded.reported > reported");
  return (device, name, attributes, time) => {
    if (name === "gatelodge.heartbeat") beat.run({ device, time, ...toStanding(attributes) });
    else if (name === "gatelodge.tamper") tampered.run(device, time, tamperKindOf(attributes));
    else reported.run(device, time);
  };
}
