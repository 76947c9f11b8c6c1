import { shownEffects, type Counted, type EffectDay, type OverviewView, type ShownEffect } from "../../core/dashboard/views.ts";
import { toCounted, toRecord, type Row } from "./counted.ts";
import { dayMilliseconds, lastDays, toDay } from "./days.ts";
import { notRevokedSql, silentAfter, stateSql, toStates, type AsOf } from "./deviceState.ts";
import { readExpected } from "./expectedDevices.ts";
import type { Values, ViewDatabase } from "./viewDatabase.ts";

/** What the first page says: sums of days and how each machine stands, never raw events. */
export function createOverviewView(database: ViewDatabase): (asOf: AsOf) => Promise<OverviewView> {
  const decided = "FROM viewDays WHERE name = 'gatelodge.decision' AND";
  const heard = `FROM devices d JOIN viewDevices v ON v.device = d.id WHERE v.heartbeat > :fresh AND ${notRevokedSql(database)}`;
  const read = async (sql: string, values: Values) => database.all(sql, values);
  return async ({ now, revoked }) => {
    const [today, week, fortnight, first] = [toDay(now), toDay(now - 7 * dayMilliseconds), toDay(now - 14 * dayMilliseconds), lastDays(now, 28)[0] ?? ""];
    const [sums, machines] = [{ today, week, fortnight, first }, { now, revoked, fresh: now - silentAfter, since: now - dayMilliseconds }];
    const [effects, before, rules, days, guard, events, states, active, modes, policies, doorsOff, expected] = await Promise.all([
      read(`SELECT effect AS value, SUM(count) AS count ${decided} day > :week AND day <= :today GROUP BY effect`, sums),
      read(`SELECT effect AS value, SUM(count) AS count ${decided} day > :fortnight AND day <= :week GROUP BY effect`, sums),
      read(`SELECT subject AS value, SUM(count) AS count ${decided} day > :week AND effect IN ('block', 'redact') GROUP BY subject ORDER BY count DESC, value LIMIT 10`, sums),
      read(`SELECT day, effect, SUM(count) AS count ${decided} day >= :first GROUP BY day, effect`, sums),
      read("SELECT name AS value, SUM(count) AS count FROM viewDays WHERE name <> 'gatelodge.decision' AND day > :week GROUP BY name", sums),
      read("SELECT SUM(count) AS count FROM viewDays WHERE day > :week", sums),
      read(`SELECT ${stateSql(database)} AS state, COUNT(*) AS count FROM devices d LEFT JOIN viewDevices v ON v.device = d.id GROUP BY state`, machines),
      read(`SELECT COUNT(*) AS count FROM devices d WHERE d.seen > :since AND ${notRevokedSql(database)}`, machines),
      read(`SELECT v.mode AS value, COUNT(*) AS count ${heard} GROUP BY v.mode ORDER BY count DESC`, machines),
      read(`SELECT v.policy AS value, COUNT(*) AS count ${heard} GROUP BY v.policy ORDER BY count DESC LIMIT 8`, machines),
      read(`SELECT v.doorsOff AS value, COUNT(*) AS count ${heard} AND v.doorsOff <> '[]' GROUP BY v.doorsOff`, machines),
      readExpected(database),
    ]);
    const [byState, byMode] = [toStates(states), toCounted(modes)];
    return {
      devices: Object.values(byState).reduce((sum, count) => sum + count, 0) - byState.revoked,
      active: Number(active[0]?.["count"] ?? 0),
      guarded: byMode.reduce((sum, { count }) => sum + count, 0),
      ...(expected === undefined ? {} : { expected }),
      states: byState, doorsOff: countEach(toCounted(doorsOff)), modes: byMode, policies: toCounted(policies),
      effects: toRecord(effects), before: toRecord(before),
      rules: toCounted(rules).map(({ value, count }) => ({ rule: value, count })),
      days: toEffectDays(lastDays(now, 28), days),
      guard: toRecord(guard),
      events: Number(events[0]?.["count"] ?? 0),
    };
  };
}

/** From lists, of which there are few different ones, to what is in them. */
function countEach(lists: readonly Counted[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const { value: list, count } of lists) for (const value of JSON.parse(list) as readonly string[]) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
}

function toEffectDays(days: readonly string[], rows: readonly Row[]): readonly EffectDay[] {
  const counts = new Map(rows.map((row) => [`${String(row["day"])} ${String(row["effect"])}`, Number(row["count"])]));
  return days.map((day) => ({ day, ...(Object.fromEntries(shownEffects.map((effect) => [effect, counts.get(`${day} ${effect}`) ?? 0])) as Record<ShownEffect, number>) }));
}
