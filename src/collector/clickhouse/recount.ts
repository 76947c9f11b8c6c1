import { unlisted, usageEffects } from "../views/traces.ts";
import type { ClickhouseDatabase } from "./clickhouseDatabase.ts";

const day = 86_400_000;
const dayText = `toString(toDate(intDiv(time, ${day})))`;
const within = `intDiv(time, ${day}) = :day`;

/**
 * Counts anew the days that events have come for since they were counted last, by whichever collector: it makes no difference how
 * often or by how many at once a day is counted. It asks for the days before it counts, and days are marked after their events are
 * in, so that an event is never missed, only counted again.
 */
export async function recount(database: ClickhouseDatabase): Promise<void> {
  const due = await database.all("SELECT t.day AS day, toUnixTimestamp64Micro(now64(6)) AS at FROM touchedDays t LEFT JOIN countedDays c ON c.day = t.day WHERE c.at IS NULL OR t.at > c.at ORDER BY day");
  // Each alone: a laptop that comes back from a holiday touches weeks, and no statement may take a minute.
  for (const row of due) {
    const range = { day: Number(row["day"]) };
    await database.run(`INSERT INTO viewDays SELECT ${dayText} AS day, name, effect, subject, assistant, channel, sum(stands) AS count FROM events WHERE ${within} AND name NOT IN :unlisted GROUP BY day, name, effect, subject, assistant, channel`, { ...range, unlisted });
    await database.run(`INSERT INTO viewUsage SELECT ${dayText} AS day, assistant, channel, use.1 AS effect, sum(use.2) AS count FROM events ARRAY JOIN arrayZip([${usageEffects.map((effect) => `'${effect}'`).join(", ")}], used) AS use WHERE ${within} AND name = 'gatelodge.usage.hourly' AND use.2 > 0 GROUP BY day, assistant, channel, effect`, range);
    await database.insert("countedDays", [{ day: range.day, at: Number(row["at"]) }]);
  }
}

/** Only after a while, which is ten times what it took; who asks meanwhile gets what was counted last, or waits for it with others. */
export function createRecount(database: ClickhouseDatabase, atLeast: number): () => Promise<void> {
  const state: { running: Promise<void> | undefined; next: number } = { running: undefined, next: 0 };
  const start = async () => {
    const began = performance.now();
    await recount(database);
    state.next = performance.now() + Math.max(atLeast, 10 * (performance.now() - began));
  };
  return () => {
    if (state.running !== undefined) return state.running;
    if (performance.now() < state.next) return Promise.resolve();
    state.running = start().finally(() => { state.running = undefined; });
    return state.running;
  };
}
