import type { EventStore } from "../eventStore.ts";
import { dayMilliseconds, toDay } from "../views/days.ts";
import { tamperKindOf, toStanding, toTraces } from "../views/traces.ts";
import { createAppendQueue, type SentEvent } from "./appendQueue.ts";
import type { ClickhouseDatabase } from "./clickhouseDatabase.ts";

// A clock that runs ahead has its events at the day on which they first came. So long ago that may have been.
const remembered = 30 * dayMilliseconds;

/**
 * Keeps events. Whoever is answered is answered for all of it, and whoever is not sends again: so everything but the events
 * themselves is written for those that came before, too, since the first time may have ended in between.
 */
export function createAppend(database: ClickhouseDatabase, gatherMilliseconds: number): EventStore["append"] {
  const queue = createAppendQueue(async (sent) => {
    const isNew = await findNew(database, sent);
    await database.insert("events", sent.filter((_, index) => isNew[index]).map(toEventRow));
    await Promise.all([
      database.insert("viewSeen", toSeenRows(sent)),
      database.insert("standings", sent.map(toStandingRow)),
      database.insert("devices", [...new Map(sent.map(({ device, now }) => [device, now]))].map(([id, seen]) => ({ id, seen }))),
    ]);
    await database.run("INSERT INTO touchedDays SELECT toInt64(arrayJoin(:days)) AS day, toUnixTimestamp64Micro(now64(6)) AS at", { days: [...new Set(sent.map((each) => String(Math.floor(timeOf(each) / dayMilliseconds))))] });
    return isNew;
  }, gatherMilliseconds);
  return async ({ id }, events, now) => {
    const isNew = events.length === 0 ? [] : await queue(events.map((event) => ({ device: id, event, now })));
    const accepted = isNew.filter(Boolean).length;
    return { accepted, duplicate: isNew.length - accepted };
  };
}

// A clock that runs ahead makes nothing fresher than now, nor keeps it for longer.
const timeOf = ({ event, now }: SentEvent): number => Math.max(0, Math.trunc(Math.min(event.time, now)));

const keyOf = (device: string, id: string): string => JSON.stringify([device, id]);

/** Which have not come before. Two collectors that take the same event at the same moment both find it new; it is one row nevertheless, and counts once. */
async function findNew(database: ClickhouseDatabase, sent: readonly SentEvent[]): Promise<readonly boolean[]> {
  const times = sent.map(timeOf);
  const isAhead = sent.some(({ event, now }) => event.time > now);
  const days = { first: Math.floor((Math.min(...times) - (isAhead ? remembered : 0)) / dayMilliseconds), last: Math.floor(Math.max(...times) / dayMilliseconds) };
  const distinct = (of: (each: SentEvent) => string) => [...new Set(sent.map(of))];
  // Rows that are there twice are of no matter here.
  const rows = await database.all(`SELECT device, id FROM events WHERE intDiv(time, ${dayMilliseconds}) BETWEEN :first AND :last AND name IN :names AND device IN :devices AND id IN :ids SETTINGS final = 0`, { ...days, names: distinct(({ event }) => event.name), devices: distinct(({ device }) => device), ids: distinct(({ event }) => event.id) });
  const known = new Set(rows.map((row) => keyOf(String(row["device"]), String(row["id"]))));
  return sent.map(({ device, event }) => {
    const key = keyOf(device, event.id);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function toEventRow(sent: SentEvent) {
  const { device, event } = sent;
  const { assistant, channel, effect, subject, count, used } = toTraces(event);
  return { time: timeOf(sent), name: event.name, device, id: event.id, effect, subject, assistant, channel, stands: count, used, attributes: JSON.stringify(event.attributes) };
}

/** The last day on which a machine used something, once each. */
function toSeenRows(sent: readonly SentEvent[]) {
  const rows = new Map<string, { readonly kind: string; readonly value: string; readonly device: string; readonly day: string }>();
  for (const each of sent) {
    const [day, { seen }] = [toDay(timeOf(each)), toTraces(each.event)];
    for (const { kind, value } of seen) {
      const key = JSON.stringify([kind, value, each.device]);
      if (day > (rows.get(key)?.day ?? "")) rows.set(key, { kind, value, device: each.device, day });
    }
  }
  return [...rows.values()];
}

function toStandingRow(sent: SentEvent) {
  const { device, event: { name, attributes } } = sent;
  const time = timeOf(sent);
  if (name === "gatelodge.heartbeat") return { device, beat: { heartbeat: time, ...toStanding(attributes) } };
  return name === "gatelodge.tamper" ? { device, tamper: [time, tamperKindOf(attributes)] } : { device, reported: time };
}
