import type { EventRow } from "../../core/dashboard/views.ts";
import type { Row } from "./counted.ts";

/** Events about the guard of a machine, which somebody must be able to look after. All others are what a person did. */
const guardEvents: readonly string[] = ["gatelodge.tamper", "gatelodge.policy.applied", "gatelodge.policy.rejected", "gatelodge.error", "gatelodge.loss"];

/** Their names as SQL takes a list; an index of theirs is used only where a query says the same. */
export const guardNamesSql = guardEvents.map((name) => `'${name}'`).join(", ");

// By the number within its process, events of one person could be told to belong together.
const linking = new Set(["gatelodge.seq", "gatelodge.event.id"]);

/** A row of viewEvents with its attributes. */
export function toEventRow(row: Row): EventRow {
  const [name, text] = [String(row["name"]), (key: string) => String(row[key] ?? "")];
  const attributes = row["attributes"] === null ? {} : (JSON.parse(text("attributes")) as EventRow["attributes"]);
  return {
    id: text("id"), time: Number(row["time"]), name, effect: text("effect"), subject: text("subject"), assistant: text("assistant"), channel: text("channel"),
    ...(guardEvents.includes(name) ? { device: text("device") } : {}),
    attributes: Object.fromEntries(Object.entries(attributes).filter(([key]) => !linking.has(key))),
  };
}
