import type { EventFilter } from "../../core/dashboard/eventFilter.ts";
import type { Awaitable } from "../eventStore.ts";
import { smallestGroup, type Counted, type EventsView } from "../../core/dashboard/views.ts";
import { toCounted, type Row } from "./counted.ts";
import { dayMilliseconds, lastDays, toDay } from "./days.ts";
import { guardNamesSql, toEventRow } from "./eventRow.ts";
import type { Values, ViewDatabase } from "./viewDatabase.ts";

const pageSize = 50;
const mostDays = 400;
const facets = ["name", "effect", "subject", "assistant", "channel"] as const;

/** Events that fit a filter: sums from the days, and one page of them, the newest first. */
export function createEventsView(database: ViewDatabase): (filter: EventFilter, now: number) => Promise<EventsView> {
  return async (filter, now) => {
    const from = filter.from ?? toDay(now - 27 * dayMilliseconds);
    const to = filter.to ?? toDay(now);
    const { days, ...sums } = await countDays(database, filter, from, to);
    const rows = filter.device === undefined ? await walkDays(upTo(days, filter.before), database.readsDaysTogether, (first, last, most) => readEvents(database, filter, first, last, most)) : await readEvents(database, filter, from, to, pageSize + 1);
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return {
      total: days.reduce((sum, { count }) => sum + count, 0),
      ...sums, days,
      rows: rows.slice(0, pageSize).map(toEventRow),
      ...(last === undefined ? {} : { next: `${String(last["time"])}~${String(last["id"])}` }),
    };
  };
}

type Sums = Pick<EventsView, "names" | "effects" | "subjects" | "assistants" | "days">;

/** Where a machine is asked for there are no sums: what is told of it is in the list. */
async function countDays(database: ViewDatabase, filter: EventFilter, from: string, to: string): Promise<Sums> {
  if (filter.device !== undefined) return { names: [], effects: [], subjects: [], assistants: [], days: [] };
  const chosen = facets.filter((facet) => filter[facet] !== undefined);
  const where = ["day BETWEEN :from AND :to", ...chosen.map((facet) => `${facet} = :${facet}`)].join(" AND ");
  const values: Values = { from, to, ...Object.fromEntries(chosen.map((facet) => [facet, filter[facet] ?? ""])) };
  // Asynchronous, so that one that fails leaves no other unwatched.
  const all = async (sql: string) => database.all(sql, values);
  const of = async (facet: (typeof facets)[number], only = "TRUE") => toCounted(await all(`SELECT ${facet} AS value, SUM(count) AS count FROM viewDays WHERE ${where} AND ${facet} <> '' AND ${only} GROUP BY ${facet} ORDER BY count DESC, value LIMIT 12`));
  const [names, effects, subjects, assistants, days] = await Promise.all([
    of("name"), of("effect"), of("subject"), of("assistant", `assistant IN (SELECT value FROM viewSeen WHERE kind = 'assistant' GROUP BY value HAVING COUNT(*) >= ${smallestGroup})`),
    all(`SELECT day AS value, SUM(count) AS count FROM viewDays WHERE ${where} GROUP BY day ORDER BY day`),
  ]);
  return { names, effects, subjects, assistants, days: fillDays(toCounted(days), from, to) };
}

/** A day without events is a day, too. */
function fillDays(counted: readonly Counted[], from: string, to: string): readonly Counted[] {
  const many = Math.min(mostDays, Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds) + 1);
  if (!(many > 0)) return [];
  const counts = new Map(counted.map(({ value, count }) => [value, count]));
  return lastDays(Date.parse(to), many).map((day) => ({ value: day, count: counts.get(day) ?? 0 }));
}

const upTo = (days: readonly Counted[], before: string | undefined) => (before === undefined ? days : days.filter(({ value }) => value <= toDay(Number(before.split("~")[0]))));

/** From the newest day on, only days that have any: what is rare is found without looking through everything that is not. */
async function walkDays(days: readonly Counted[], together: boolean, read: (from: string, to: string, most: number) => Awaitable<readonly Row[]>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const left = days.filter(({ count }) => count > 0);
  while (rows.length <= pageSize && left.length > 0) {
    const most = pageSize + 1 - rows.length;
    const run = takeDays(left, together ? most : 1);
    rows.push(...(await read(run.at(-1)?.value ?? "", run[0]?.value ?? "", most)));
  }
  return rows;
}

/** The newest days off the end, until they have so many. */
function takeDays(left: Counted[], many: number): readonly Counted[] {
  const run: Counted[] = [];
  for (let count = 0; count < many && left.length > 0; count += run.at(-1)?.count ?? 0) run.push(...left.splice(-1));
  return run;
}

function readEvents(database: ViewDatabase, filter: EventFilter, from: string, to: string, most: number): Awaitable<readonly Row[]> {
  const chosen = facets.filter((facet) => filter[facet] !== undefined);
  // Without the machine: where a page ends, and what is asked for after it, must not tell whose an event was.
  const [time = "", id = ""] = filter.before?.split("~") ?? [];
  const where = [
    "w.time >= :start AND w.time < :end",
    ...chosen.map((facet) => `w.${facet} = :${facet}`),
    // A machine's own events are asked for only where they are about its guard.
    ...(filter.device === undefined ? [] : [`w.device = :device AND w.name IN (${guardNamesSql})`]),
    ...(filter.before === undefined ? [] : ["(w.time, w.id) < (:time, :id)"]),
  ].join(" AND ");
  const values: Values = {
    start: Date.parse(from), end: Date.parse(to) + dayMilliseconds, most,
    ...Object.fromEntries(chosen.map((facet) => [facet, filter[facet] ?? ""])),
    ...(filter.device === undefined ? {} : { device: filter.device }),
    ...(filter.before === undefined ? {} : { time: Number(time), id }),
  };
  return database.all(database.newest(where), values);
}
