import { fitAttribute, reportedAttributes } from "../events/reportedAttributes.ts";

/** An event as it stands in the spool: a name, a time and attributes of whatever value. Only what the list of attributes knows is sent. */
export interface SpooledEvent {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The events of one process, and what is said of it once. */
export interface EventGroup {
  readonly resource: Readonly<Record<string, string>>;
  readonly events: readonly SpooledEvent[];
}

interface AnyValue { readonly stringValue?: string; readonly intValue?: string; readonly doubleValue?: number; readonly boolValue?: boolean; readonly arrayValue?: { readonly values: readonly AnyValue[] } }
interface KeyValue { readonly key: string; readonly value: AnyValue }

/** ExportLogsServiceRequest of OTLP 1, in its JSON form. */
export interface OtlpLogs {
  readonly resourceLogs: readonly {
    readonly resource: { readonly attributes: readonly KeyValue[] };
    readonly scopeLogs: readonly { readonly scope: { readonly name: string; readonly version: string }; readonly logRecords: readonly OtlpLogRecord[] }[];
  }[];
}

export interface OtlpLogRecord {
  readonly timeUnixNano: string;
  readonly observedTimeUnixNano: string;
  readonly severityNumber: number;
  readonly eventName: string;
  readonly attributes: readonly KeyValue[];
}

/** Version of the events and their attributes. */
export const schemaVersion = "1";

/** Encodes events for an OTLP/HTTP endpoint. Records have no body: that is where content would be looked for, and leak. `now`: milliseconds. */
export function toOtlpLogs(groups: readonly EventGroup[], now: number): OtlpLogs {
  return {
    resourceLogs: groups.map(({ resource, events }) => ({
      resource: { attributes: Object.entries(resource).map(([key, value]) => ({ key, value: { stringValue: value } })) },
      scopeLogs: [{ scope: { name: "gatelodge", version: schemaVersion }, logRecords: events.map((event) => toRecord(event, now)) }],
    })),
  };
}

function toRecord({ name, time, attributes }: SpooledEvent, now: number): OtlpLogRecord {
  const at = Date.parse(time);
  return {
    timeUnixNano: toNanoseconds(Number.isNaN(at) ? now : at),
    observedTimeUnixNano: toNanoseconds(now),
    severityNumber: severityOf(name, attributes),
    eventName: name,
    // The assistants' own telemetry has the name as an attribute, and so have the dashboards that are made for it.
    attributes: [{ key: "event.name", value: { stringValue: name } }, ...Object.entries(attributes).flatMap(([key, value]) => toKeyValue(key, value)), ...mirrored(attributes)],
  };
}

const severity = { information: 9, warning: 13, error: 17 } as const;
const wrong = new Set(["gatelodge.tamper", "gatelodge.policy.rejected", "gatelodge.loss"]);

function severityOf(name: string, attributes: SpooledEvent["attributes"]): number {
  const enforced = attributes["gatelodge.effect.enforced"];
  if (wrong.has(name) || enforced === "block") return severity.error;
  return enforced === "warn" || enforced === "redact" || enforced === "ask" || enforced === "none" || name === "gatelodge.override" || name === "gatelodge.error" ? severity.warning : severity.information;
}

function toKeyValue(key: string, value: unknown): readonly KeyValue[] {
  const fitting = fitAttribute(key, value);
  if (fitting === undefined) return [];
  if (typeof fitting === "string") return [{ key, value: { stringValue: fitting } }];
  if (typeof fitting === "boolean") return [{ key, value: { boolValue: fitting } }];
  if (typeof fitting === "number") return [{ key, value: reportedAttributes[key]?.type === "double" ? { doubleValue: fitting } : toInt(fitting) }];
  return [{ key, value: { arrayValue: { values: fitting.map((item) => ({ stringValue: item })) } } }];
}

/** Where OpenTelemetry has a name for the same thing, it is said under that name, too. */
function mirrored(attributes: SpooledEvent["attributes"]): readonly KeyValue[] {
  const [assistant, channel] = [attributes["gatelodge.assistant.id"], attributes["gatelodge.channel"]];
  return [
    ...(typeof assistant === "string" && assistant !== "other" ? [{ key: "gen_ai.agent.name", value: { stringValue: assistant } }] : []),
    ...(typeof channel === "string" ? [{ key: "gen_ai.operation.name", value: { stringValue: operations[channel] ?? "execute_tool" } }] : []),
  ];
}

const operations: Readonly<Record<string, string>> = { completion: "text_completion", chat: "chat", prompt: "chat", model: "chat", clipboard: "chat", paste: "chat" };

const toNanoseconds = (milliseconds: number) => `${Math.max(0, Math.trunc(milliseconds))}000000`;
/** 64-bit numbers are strings in protobuf's JSON. */
const toInt = (value: number): AnyValue => ({ intValue: String(value) });
