import { fitAttribute, reportedAttributes } from "../core/events/reportedAttributes.ts";
import { countTelemetry } from "./assistantTelemetry.ts";
import { isTime, type StoredEvent } from "./eventStore.ts";

/** The events of an ExportLogsServiceRequest in OTLP's JSON form, and how many of its records are neither ours nor an assistant's. */
export interface ReadLogs {
  readonly events: readonly StoredEvent[];
  readonly rejected: number;
}

type Fields = Readonly<Record<string, unknown>>;
const most = 2000;
const eventName = /^gatelodge\.[a-z_.]{1,60}$/;
const eventId = /^[\w-]{8,64}$/;
const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/**
 * Takes what our list of attributes knows and nothing else: a text in another field, or a body, is not kept. Of an assistant's own
 * telemetry there are counts. `undefined`: no such request, or one of more records than a sender of ours puts into one.
 */
export function readLogs(body: unknown): ReadLogs | undefined {
  if (!Array.isArray(fieldsOf(body)["resourceLogs"])) return undefined;
  const resources = listOf(fieldsOf(body)["resourceLogs"]).map((resource) => ({
    service: textOf(fieldsOf(fieldsOf(resource)["resource"])["attributes"], "service.name"),
    records: listOf(fieldsOf(resource)["scopeLogs"]).flatMap((scope) => listOf(fieldsOf(scope)["logRecords"])).map((record) => fieldsOf(record)),
  }));
  if (resources.reduce((sum, { records }) => sum + records.length, 0) > most) return undefined;
  const read = resources.map(({ service, records }) => {
    const events = countTelemetry(service, records.map((record) => ({ time: timeOf(record), eventName: textOf(record["attributes"], "event.name"), whole: record })));
    if (events !== undefined) return { events, rejected: 0 };
    const ours = records.map((record) => toEvent(record)).filter((event) => event !== undefined);
    return { events: ours, rejected: records.length - ours.length };
  });
  return { events: read.flatMap(({ events }) => events), rejected: read.reduce((sum, { rejected }) => sum + rejected, 0) };
}

function textOf(attributes: unknown, key: string): string {
  const value = fieldsOf(listOf(attributes).map((attribute) => fieldsOf(attribute)).find((attribute) => attribute["key"] === key)?.["value"])["stringValue"];
  return typeof value === "string" ? value : "";
}

/** Milliseconds since 1970; Codex leaves the time itself at 0 and says when it was seen. */
const timeOf = ({ timeUnixNano, observedTimeUnixNano }: Fields) => Math.floor((Number(timeUnixNano ?? 0) || Number(observedTimeUnixNano ?? 0)) / 1e6);

function toEvent(record: Fields): StoredEvent | undefined {
  const { eventName: name, attributes } = record;
  const known = Object.fromEntries(listOf(attributes).flatMap((attribute): readonly (readonly [string, StoredEvent["attributes"][string]])[] => {
    const { key, value } = fieldsOf(attribute);
    if (typeof key !== "string" || !Object.hasOwn(reportedAttributes, key)) return [];
    const fitting = fitAttribute(key, toValue(fieldsOf(value)));
    return fitting === undefined ? [] : [[key, fitting]];
  }));
  const { "gatelodge.event.id": id } = known;
  const time = timeOf(record);
  if (typeof name !== "string" || !eventName.test(name) || typeof id !== "string" || !eventId.test(id) || !isTime(time)) return undefined;
  return { id, name, time, attributes: known };
}

/** 64-bit numbers are texts in protobuf's JSON. */
function toValue({ stringValue, intValue, doubleValue, boolValue, arrayValue }: Fields): unknown {
  if (stringValue !== undefined) return stringValue;
  if (intValue !== undefined) return Number(intValue);
  return doubleValue ?? boolValue ?? (arrayValue === undefined ? undefined : listOf(fieldsOf(arrayValue)["values"]).map((item) => fieldsOf(item)["stringValue"]));
}
