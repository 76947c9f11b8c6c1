import type { DatabaseSync } from "node:sqlite";
import type { StoredEvent } from "../eventStore.ts";
import { rollUpSchema } from "./rollUpSchema.ts";
import { createRollUpDevice } from "./rollUpDevice.ts";
import { toDay } from "./days.ts";

/** Adds an event that is new to what the pages read; called within the transaction that keeps it. */
export type RollUp = (device: string, event: StoredEvent) => void;

const usage = "gatelodge.usage.hourly";
const heartbeat = "gatelodge.heartbeat";
const usageEffects = ["allow", "warn", "redact", "ask", "block", "none"] as const;

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
  const count = database.prepare("INSERT INTO viewDays VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count");
  const countUsage = database.prepare("INSERT INTO viewUsage VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count");
  const saw = database.prepare("INSERT INTO viewSeen VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET day = excluded.day WHERE excluded.day > day");
  const rollUpDevice = createRollUpDevice(database);
  return (device, event) => {
    const { name, attributes, time } = event;
    const [day, text] = [toDay(time), (key: string) => textOf(attributes[key])];
    const [assistant, channel, effect] = [text("gatelodge.assistant.id"), text("gatelodge.channel"), text("gatelodge.effect.enforced")];
    rollUpDevice(device, name, attributes, time);
    if (assistant !== "") saw.run("assistant", assistant, device, day);
    if (channel !== "") saw.run("channel", channel, device, day);
    if (assistant === "other" && text("gatelodge.assistant.key") !== "") saw.run("unknown", text("gatelodge.assistant.key"), device, day);
    if (name === heartbeat) return;
    if (name === usage) return usageEffects.forEach((each) => {
      const many = Number(attributes[`gatelodge.usage.${each}`] ?? 0);
      if (many > 0) countUsage.run(day, assistant, channel, each, many);
    });
    const subject = subjectOf(event);
    addEvent.run(time, device, event.id, name, effect, subject, assistant, channel);
    count.run(day, name, effect, subject, assistant, channel, Number(attributes["gatelodge.decision.count"] ?? 1));
  };
}

/** What an event is about, in one word, by which events can be told apart and looked for. */
function subjectOf({ attributes }: StoredEvent): string {
  for (const key of ["gatelodge.rule.id", "gatelodge.tamper.kind", "gatelodge.policy.problem", "gatelodge.loss.reason", "gatelodge.pin.setting", "gatelodge.component", "gatelodge.policy.mode"]) {
    if (textOf(attributes[key]) !== "") return textOf(attributes[key]);
  }
  const detectors = attributes["gatelodge.detector.ids"];
  return Array.isArray(detectors) ? String(detectors[0] ?? "") : "";
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function fill(database: DatabaseSync, rollUp: RollUp): void {
  database.exec("BEGIN IMMEDIATE");
  for (const { device, id, name, time, attributes } of database.prepare("SELECT device, id, name, time, attributes FROM events").iterate()) {
    rollUp(String(device), { id: String(id), name: String(name), time: Number(time), attributes: JSON.parse(String(attributes)) as StoredEvent["attributes"] });
  }
  database.exec("INSERT INTO viewFacts VALUES ('filled', ''); COMMIT");
}
