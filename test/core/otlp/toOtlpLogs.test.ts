/** What we encode by hand, held to OpenTelemetry's own definitions and its own encoder. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { JsonLogsSerializer } from "@opentelemetry/otlp-transformer";
import generated from "@opentelemetry/otlp-transformer/build/src/generated/root.js";
import { toOtlpLogs, type SpooledEvent } from "../../../src/core/otlp/toOtlpLogs.ts";
import { decisionEvent } from "../../support/spooled.ts";

interface Message { readonly fromObject: (value: object) => object; readonly encode: (message: object) => { readonly finish: () => Uint8Array }; readonly decode: (bytes: Uint8Array) => object; readonly toObject: (message: object, options: object) => object }
interface Definitions { readonly opentelemetry: { readonly proto: { readonly collector: { readonly logs: { readonly v1: { readonly ExportLogsServiceRequest: Message } } } } } }
const { ExportLogsServiceRequest: request } = (generated as unknown as Definitions).opentelemetry.proto.collector.logs.v1;

/** As protobuf and back: what the definitions do not know, or know as another type, does not survive that. */
const throughProtobuf = (value: object) => request.toObject(request.decode(request.encode(request.fromObject(value)).finish()), { longs: String, arrays: false });

const now = 1_780_000_000_123;
const resource = { "service.name": "gatelodge-vscode", "gatelodge.device.id": "device-1" };
const events: readonly SpooledEvent[] = [
  { ...decisionEvent("a"), attributes: { ...decisionEvent("a").attributes, "gatelodge.decision.duration": 3, "gatelodge.granted": true, "gatelodge.seq": 2 ** 40 } },
  { ...decisionEvent("b", { enforced: "warn" }), time: "no time" },
];

test("every field is one of OTLP's definitions, with its type", () => {
  const logs = toOtlpLogs([{ resource, events }, { resource: { "service.name": "gatelodge-hook" }, events: events.slice(0, 1) }], now);
  assert.deepEqual(throughProtobuf(logs), JSON.parse(JSON.stringify(logs)));
});

test("OpenTelemetry's own encoder says the same of the same event", () => {
  const event = decisionEvent("a");
  const ours = toOtlpLogs([{ resource, events: [event] }], now);
  const [seconds, nanoseconds] = [Math.floor(Date.parse(event.time) / 1000), (Date.parse(event.time) % 1000) * 1_000_000];
  // What is said twice, under our name and OpenTelemetry's, is not in the event.
  const mirrored = { "event.name": event.name, ...event.attributes, "gen_ai.agent.name": "github-copilot", "gen_ai.operation.name": "chat" };
  const record = {
    hrTime: [seconds, nanoseconds], hrTimeObserved: [Math.floor(now / 1000), (now % 1000) * 1_000_000], severityNumber: 17, eventName: event.name, attributes: mirrored, droppedAttributesCount: 0,
    resource: { attributes: resource, asyncAttributesPending: false }, instrumentationScope: { name: "gatelodge", version: "1" },
  };
  const theirs = JSON.parse(new TextDecoder().decode(JsonLogsSerializer.serializeRequest([record as never]))) as object;
  // Where ours says nothing, theirs says that it is empty.
  const withoutEmpty = (value: object) => JSON.parse(JSON.stringify(value, (key, member: unknown) => (["body", "flags", "droppedAttributesCount"].includes(key) ? undefined : member))) as unknown;
  assert.deepEqual(withoutEmpty(throughProtobuf(theirs)), withoutEmpty(throughProtobuf(ours)));
});

test("severities are those of OpenTelemetry: what was stopped is an error, a warning a warning, counts are information", () => {
  const severityOf = (event: SpooledEvent) => toOtlpLogs([{ resource: {}, events: [event] }], now).resourceLogs[0]?.scopeLogs[0]?.logRecords[0]?.severityNumber;
  assert.deepEqual([decisionEvent("a"), decisionEvent("a", { enforced: "warn" }), { name: "gatelodge.usage.hourly", time: "", attributes: {} }, { name: "gatelodge.tamper", time: "", attributes: {} }].map((event) => severityOf(event)), [17, 13, 9, 17]);
});
