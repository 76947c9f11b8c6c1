import { toDay } from "./days.ts";
import type { ViewDatabase } from "./viewDatabase.ts";

export interface Expected { readonly count: number; readonly day: string }

/** How many machines a list says there should be. Machines tell no names, so the list is counted and not kept. */
export async function readExpected(database: ViewDatabase): Promise<Expected | undefined> {
  const [row] = await database.all("SELECT value FROM viewFacts WHERE name = 'expected'");
  return row === undefined ? undefined : (JSON.parse(String(row["value"])) as Expected);
}

/** Counts the lines of a list that are not empty, each once whatever its case. */
export async function importExpected(database: ViewDatabase, list: string, now: number): Promise<Expected> {
  const expected = { count: new Set(list.split(/\r\n|\r|\n/).map((line) => line.trim().toLowerCase()).filter((line) => line !== "")).size, day: toDay(now) };
  await database.writeFact("expected", JSON.stringify(expected));
  return expected;
}
