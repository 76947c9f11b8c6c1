import type { DatabaseSync } from "node:sqlite";
import type { StoredEvent } from "../eventStore.ts";
import { rollUpSchema } from "./rollUpSchema.ts";
import { createRollUpDevice } from "./rollUpDevice.ts";
import { toDay } from "./days.ts";
import { toTraces, usageEffects } from "./traces.ts";

/** Adds an event that is new to what the pages read; called within the transaction that keeps it. */
export type RollUp = (device: string, event: StoredEvent) => void;

/** Makes the tables where there are none, and fills them from events that were kept before there were. */
export function createRollUp(database: DatabaseSync): RollUp {
  database.exec(rollUpSchema);
  const rollUp = prepare(database);
  if (database.prepare("SELECT 1 FROM viewFacts WHERE name = 'filled'").get() === undefined) fill(database, rollUp);
  return rollUp;
}

/** Takes away how a machine stood and what was seen there; its events take their own traces along. */
export function createForget(database: DatabaseSync): (device: string) => void {
  const all = ["viewDevices", "viewSeen"].map((table) => database.prepare(`DELETE FROM ${table} WHERE device = ?`));
  return (device) => all.forEach((each) => void each.run(device));
}

function prepare(database: DatabaseSync): RollUp {
  const addEvent = database.prepare("INSERT OR IGNORE INTO viewEvents VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  const addCount = database.prepare("INSERT INTO viewDays VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count");
  const countUsage = database.prepare("INSERT INTO viewUsage VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count");
  const saw = database.prepare("INSERT INTO viewSeen VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET day = excluded.day WHERE excluded.day > day");
  const rollUpDevice = createRollUpDevice(database);
  return (device, event) => {
    const { name, attributes, time, id } = event;
    const { assistant, channel, effect, subject, seen, count, used } = toTraces(event);
    const day = toDay(time);
    rollUpDevice(device, name, attributes, time);
    for (const { kind, value } of seen) saw.run(kind, value, device, day);
    for (const [index, many] of used.entries()) if (many > 0) countUsage.run(day, assistant, channel, usageEffects[index] ?? "none", many);
    if (count === 0) return;
    addEvent.run(time, device, id, name, effect, subject, assistant, channel);
    addCount.run(day, name, effect, subject, assistant, channel, count);
  };
}

function fill(database: DatabaseSync, rollUp: RollUp): void {
  database.exec("BEGIN IMMEDIATE");
  for (const { device, id, name, time, attributes } of database.prepare("SELECT device, id, name, time, attributes FROM events").iterate()) {
    rollUp(String(device), { id: String(id), name: String(name), time: Number(time), attributes: JSON.parse(String(attributes)) as StoredEvent["attributes"] });
  }
  database.exec("INSERT INTO viewFacts VALUES ('filled', ''); COMMIT");
}
