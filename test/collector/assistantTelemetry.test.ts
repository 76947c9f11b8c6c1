/** Records as Claude Code 2.1, Codex 0.169, Gemini CLI 0.61 and Qwen Code 0.24 send them, shortened. */
import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { ProtobufLogsSerializer } from "@opentelemetry/otlp-transformer";
import { decodeLogs } from "../../src/collector/protobufLogs.ts";
import { readLogs } from "../../src/collector/readLogs.ts";
import { openCollector } from "./openCollector.ts";

const time = Date.UTC(2026, 10, 25, 16, 20);
const texts = (values: Readonly<Record<string, string>>) => Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));
const record = (eventName: string, more: Readonly<Record<string, string>> = {}, at = time) => ({ timeUnixNano: `${at}000000`, body: { stringValue: "CANARY" }, attributes: texts({ "event.name": eventName, ...more }) });
const requestOf = (service: string, ...logRecords: readonly object[]) => ({ resourceLogs: [{ resource: { attributes: texts({ "service.name": service, "host.name": "CANARY" }) }, scopeLogs: [{ logRecords }] }] });
const countsOf = (request: object) => readLogs(request)?.events.map(({ name, time: start, attributes }) => [name, start, attributes["gatelodge.assistant.id"], attributes["gatelodge.telemetry.activity"], attributes["gatelodge.telemetry.count"]]);
const hour = Date.UTC(2026, 10, 25, 16);

test("of an assistant's own telemetry there is how many prompts, requests and tools within an hour, and nothing else", () => {
  const request = requestOf("claude-code", record("user_prompt", { prompt: "CANARY" }), record("plugin_loaded"), record("api_request", { model: "CANARY" }), record("api_request"), record("tool_result", { tool_parameters: "CANARY" }));
  assert.deepEqual(countsOf(request), [["prompt", 1], ["request", 2], ["tool", 1]].map((each) => ["gatelodge.assistant.telemetry", hour, "claude-code", ...each]));
  assert.ok(!JSON.stringify(readLogs(request)).includes("CANARY"));
});

test("each client's names are known, whichever of its programs sends", () => {
  const names = { codex_exec: "codex.user_prompt", codex_cli_rs: "codex.user_prompt", "gemini-cli": "gemini_cli.user_prompt", "qwen-code": "qwen-code.user_prompt" };
  assert.deepEqual(Object.entries(names).map(([service, name]) => countsOf(requestOf(service, record(name)))?.[0]?.slice(2)), ["codex", "codex", "gemini", "qwen-code"].map((id) => [id, "prompt", 1]));
});

test("a time that its sender leaves at nothing is that at which it was seen, and an hour is not mixed with the next", () => {
  const seen = { ...record("codex.user_prompt"), timeUnixNano: "0", observedTimeUnixNano: `${time}000000` };
  assert.deepEqual(countsOf(requestOf("codex_exec", seen, record("codex.user_prompt", {}, time + 3_600_000)))?.map(([, start]) => start), [hour, hour + 3_600_000]);
});

test("a service that is no assistant's is not taken for one, whatever its events are called", () => {
  assert.deepEqual(readLogs(requestOf("claude-codes", record("user_prompt"))), { events: [], rejected: 1 });
  assert.deepEqual(readLogs(requestOf("", record("user_prompt"))), { events: [], rejected: 1 });
});

async function withDevice(context: TestContext) {
  const opened = await openCollector(context);
  const authorization = `Bearer ${(await opened.device())?.deviceToken ?? ""}`;
  const send = (url: string, payload: object | Buffer, type = "application/json") => opened.app.inject({ method: "POST", url, headers: { authorization, "content-type": type }, payload });
  return { ...opened, send };
}

test("the same request that arrives twice is counted once, protobuf is read like JSON, and nothing of what was said is in the database", async (context) => {
  const { send, store } = await withDevice(context);
  const request = requestOf("claude-code", record("user_prompt", { prompt: "CANARY" }));
  for (let round = 0; round < 2; round += 1) assert.deepEqual((await send("/v1/logs", request)).json(), {});
  const binary = Buffer.from(ProtobufLogsSerializer.serializeRequest([{
    hrTime: [hour / 1000, 0], hrTimeObserved: [0, 0], body: "CANARY", attributes: { "event.name": "gemini_cli.user_prompt", prompt: "CANARY" }, droppedAttributesCount: 0, resource: { attributes: { "service.name": "gemini-cli" } }, instrumentationScope: { name: "gemini-cli" },
  } as unknown as Parameters<typeof ProtobufLogsSerializer.serializeRequest>[0][number]]) ?? []);
  assert.equal(readLogs(decodeLogs(binary))?.events.length, 1);
  assert.equal((await send("/v1/logs", binary, "application/x-protobuf")).statusCode, 200);
  const kept = [...store.each(0, 4e12)];
  assert.deepEqual(kept.map(({ attributes }) => String(attributes["gatelodge.assistant.id"])).toSorted(), ["claude-code", "gemini"]);
  assert.ok(!JSON.stringify(kept).includes("CANARY"));
});

test("figures and traces are taken from a machine, and not kept", async (context) => {
  const { send, store, ask } = await withDevice(context);
  for (const url of ["/v1/metrics", "/v1/traces"]) {
    assert.deepEqual((await send(url, { anything: "CANARY" })).json(), {});
    assert.deepEqual((await send(url, Buffer.from("CANARY"), "application/x-protobuf")).rawPayload.length, 0);
    assert.equal((await ask("POST", url, {})).status, 401);
  }
  assert.deepEqual([...store.each(0, 4e12)], []);
});
