import { fitAttribute, reportedAttributes } from "../core/events/reportedAttributes.ts";
import type { StoredEvent } from "./eventStore.ts";

/** The events of an ExportLogsServiceRequest in OTLP's JSON form, and how many of its records are none of ours. */
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
 * Takes what our list of attributes knows and nothing else: a text in another field, or a body, is not kept. `undefined`: no such
 * request, or one of more records than a sender of ours puts into one.
 */
export function readLogs(body: unknown): ReadLogs | undefined {
  if (!Array.isArray(fieldsOf(body)["resourceLogs"])) return undefined;
  const records = listOf(fieldsOf(body)["resourceLogs"]).flatMap((resource) => listOf(fieldsOf(resource)["scopeLogs"]).flatMap((scope) => listOf(fieldsOf(scope)["logRecords"])));
  if (records.length > most) return undefined;
  const events = records.map((record) => toEvent(fieldsOf(record))).filter((event) => event !== undefined);
  return { events, rejected: records.length - events.length };
}

function toEvent({ eventName: name, timeUnixNano, attributes }: Fields): StoredEvent | undefined {
  const known = Object.fromEntries(listOf(attributes).flatMap((attribute): readonly (readonly [string, StoredEvent["attributes"][string]])[] => {
    const { key, value } = fieldsOf(attribute);
    if (typeof key !== "string" || !Object.hasOwn(reportedAttributes, key)) return [];
    const fitting = fitAttribute(key, toValue(fieldsOf(value)));
    return fitting === undefined ? [] : [[key, fitting]];
  }));
  const { "gatelodge.event.id": id } = known;
  const time = Math.floor(Number(timeUnixNano) / 1e6);
  if (typeof name !== "string" || !eventName.test(name) || typeof id !== "string" || !eventId.test(id) || !Number.isSafeInteger(time) || time <= 0 || time > 4e12) return undefined;
  return { id, name, time, attributes: known };
}

/** 64-bit numbers are texts in protobuf's JSON. */
function toValue({ stringValue, intValue, doubleValue, boolValue, arrayValue }: Fields): unknown {
  if (stringValue !== undefined) return stringValue;
  if (intValue !== undefined) return Number(intValue);
  return doubleValue ?? boolValue ?? (arrayValue === undefined ? undefined : listOf(fieldsOf(arrayValue)["values"]).map((item) => fieldsOf(item)["stringValue"]));
}
