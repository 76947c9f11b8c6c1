import { createHash } from "node:crypto";
import { telemetryActivities, type OwnTelemetry, type TelemetryActivity } from "../assistants/ownTelemetry.ts";
import { knownAssistants } from "../assistants/known.ts";
import { groupBy } from "../core/groupBy.ts";
import { isTime, type StoredEvent } from "./eventStore.ts";

export const telemetryEvent = "gatelodge.assistant.telemetry";
const hour = 3_600_000;
const reporting = knownAssistants.flatMap(({ id, telemetry }) => (telemetry === undefined ? [] : [{ id, telemetry }]));

/** A record of an assistant's own telemetry: when, and the attribute `event.name`. */
export interface TelemetryRecord {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly eventName: string;
  /** The record itself, only to tell it from others. */
  readonly whole: unknown;
}

/**
 * What the assistants' own telemetry comes to: how many prompts, requests and tool calls within an hour. Nothing else of a record
 * is kept: prompts, paths and names of people stand in them. `undefined`: a service that is no assistant of our catalogue.
 * The same request that arrives again makes the same events.
 */
export function countTelemetry(service: string, records: readonly TelemetryRecord[]): readonly StoredEvent[] | undefined {
  const known = reporting.find(({ telemetry }) => service === telemetry.service || (service.startsWith(telemetry.service) && /^[-_]/.test(service.slice(telemetry.service.length))));
  if (known === undefined) return undefined;
  const counted = records.flatMap((record) => {
    const activity = activityOf(known.telemetry, record.eventName);
    return activity === undefined || !isTime(record.time) ? [] : [{ record, activity, start: record.time - (record.time % hour) }];
  });
  return groupBy(counted, ({ activity, start }) => `${activity} ${start}`).map((group) => {
    const [{ activity, start }] = group as readonly [(typeof counted)[number]];
    const id = createHash("sha256").update(JSON.stringify([service, group.map(({ record }) => record.whole)])).digest("hex").slice(0, 32);
    return { id, name: telemetryEvent, time: start, attributes: { "gatelodge.event.id": id, "gatelodge.assistant.id": known.id, "gatelodge.telemetry.activity": activity, "gatelodge.telemetry.count": group.length } };
  });
}

function activityOf(telemetry: OwnTelemetry, eventName: string): TelemetryActivity | undefined {
  const last = eventName.slice(eventName.lastIndexOf(".") + 1);
  return telemetryActivities.find((activity) => telemetry[activity] === last || telemetry[activity] === eventName);
}
