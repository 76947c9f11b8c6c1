import type { DatabaseSync } from "node:sqlite";
import { toDay } from "./days.ts";

/** How many machines a list says there should be. Machines tell no names, so the list is counted and not kept. */
export function readExpected(database: DatabaseSync): { readonly count: number; readonly day: string } | undefined {
  const row = database.prepare("SELECT value FROM viewFacts WHERE name = 'expected'").get();
  return row === undefined ? undefined : (JSON.parse(String(row["value"])) as { readonly count: number; readonly day: string });
}

/** Counts the lines of a list that are not empty, each once whatever its case. */
export function importExpected(database: DatabaseSync, list: string, now: number): { readonly count: number; readonly day: string } {
  const expected = { count: new Set(list.split(/\r\n|\r|\n/).map((line) => line.trim().toLowerCase()).filter((line) => line !== "")).size, day: toDay(now) };
  database.prepare("INSERT INTO viewFacts VALUES ('expected', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(JSON.stringify(expected));
  return expected;
}
