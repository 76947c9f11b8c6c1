import type { DatabaseSync } from "node:sqlite";
import { shownEffects, type EffectDay, type OverviewView, type ShownEffect } from "../../core/dashboard/views.ts";
import { toCounted, toRecord, type Row } from "./counted.ts";
import { dayMilliseconds, lastDays, toDay } from "./days.ts";
import { notRevoked, silentAfter, stateSql, toParameters, toStates, type AsOf } from "./deviceState.ts";
import { readExpected } from "./expectedDevices.ts";

/** What the first page says: sums of days and how each machine stands, never raw events. */
export function createOverviewView(database: DatabaseSync): (asOf: AsOf) => OverviewView {
  const effects = database.prepare("SELECT effect AS value, SUM(count) AS count FROM viewDays WHERE name = 'gatelodge.decision' AND day > ? AND day <= ? GROUP BY effect");
  const rules = database.prepare("SELECT subject AS value, SUM(count) AS count FROM viewDays WHERE name = 'gatelodge.decision' AND day > ? AND effect IN ('block', 'redact') GROUP BY subject ORDER BY count DESC, value LIMIT 10");
  const days = database.prepare("SELECT day, effect, SUM(count) AS count FROM viewDays WHERE name = 'gatelodge.decision' AND day >= ? GROUP BY day, effect");
  const guard = database.prepare("SELECT name AS value, SUM(count) AS count FROM viewDays WHERE name <> 'gatelodge.decision' AND day > ? GROUP BY name");
  const events = database.prepare("SELECT SUM(count) AS count FROM viewDays WHERE day > ?");
  const states = database.prepare(`SELECT ${stateSql} AS state, COUNT(*) AS count FROM devices d LEFT JOIN viewDevices v ON v.device = d.id GROUP BY state`);
  const active = database.prepare(`SELECT COUNT(*) AS count FROM devices d WHERE seen > :since AND ${notRevoked}`);
  const heard = (also = "") => `FROM devices d JOIN viewDevices v ON v.device = d.id${also} WHERE v.heartbeat > :since AND ${notRevoked}`;
  const modes = database.prepare(`SELECT v.mode AS value, COUNT(*) AS count ${heard()} GROUP BY v.mode ORDER BY count DESC`);
  const policies = database.prepare(`SELECT v.policy AS value, COUNT(*) AS count ${heard()} GROUP BY v.policy ORDER BY count DESC LIMIT 8`);
  const doorsOff = database.prepare(`SELECT j.value AS value, COUNT(*) AS count ${heard(", json_each(v.doorsOff) j")} GROUP BY j.value ORDER BY count DESC`);
  return (asOf) => {
    const { now, revoked } = toParameters(asOf);
    const [today, week, fortnight, fresh] = [toDay(now), toDay(now - 7 * dayMilliseconds), toDay(now - 14 * dayMilliseconds), { since: now - silentAfter, revoked }];
    const byState = toStates(states.all({ now, revoked }));
    const byMode = toCounted(modes.all(fresh));
    const expected = readExpected(database);
    return {
      devices: Object.values(byState).reduce((sum, count) => sum + count, 0) - byState.revoked,
      active: Number(active.get({ since: now - dayMilliseconds, revoked })?.["count"] ?? 0),
      guarded: byMode.reduce((sum, { count }) => sum + count, 0),
      ...(expected === undefined ? {} : { expected }),
      states: byState,
      doorsOff: toCounted(doorsOff.all(fresh)),
      modes: byMode,
      policies: toCounted(policies.all(fresh)),
      effects: toRecord(effects.all(week, today)),
      before: toRecord(effects.all(fortnight, week)),
      rules: toCounted(rules.all(week)).map(({ value, count }) => ({ rule: value, count })),
      days: toEffectDays(lastDays(now, 28), days.all(lastDays(now, 28)[0] ?? today)),
      guard: toRecord(guard.all(week)),
      events: Number(events.get(week)?.["count"] ?? 0),
    };
  };
}

function toEffectDays(days: readonly string[], rows: readonly Row[]): readonly EffectDay[] {
  const counts = new Map(rows.map((row) => [`${String(row["day"])} ${String(row["effect"])}`, Number(row["count"])]));
  return days.map((day) => ({ day, ...(Object.fromEntries(shownEffects.map((effect) => [effect, counts.get(`${day} ${effect}`) ?? 0])) as Record<ShownEffect, number>) }));
}
