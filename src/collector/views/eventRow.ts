import type { EventRow } from "../../core/dashboard/views.ts";
import { guardEvents, withhold } from "../withheld.ts";
import type { Row } from "./counted.ts";

/** Their names as SQL takes a list; an index of theirs is used only where a query says the same. */
export const guardNamesSql = guardEvents.map((name) => `'${name}'`).join(", ");

/** A row of viewEvents with its attributes. */
export function toEventRow(row: Row): EventRow {
  const text = (key: string) => String(row[key] ?? "");
  const attributes = row["attributes"] === null ? {} : (JSON.parse(text("attributes")) as EventRow["attributes"]);
  return { ...withhold({ id: text("id"), time: Number(row["time"]), name: text("name"), device: text("device"), attributes }), effect: text("effect"), subject: text("subject"), assistant: text("assistant"), channel: text("channel") };
}
