import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { ProtobufLogsSerializer } from "@opentelemetry/otlp-transformer";
import { toOtlpLogs } from "../../src/core/otlp/toOtlpLogs.ts";
import { toCsvLine } from "../../src/collector/exports/csv.ts";
import { decodeLogs } from "../../src/collector/protobufLogs.ts";
import { readLogs } from "../../src/collector/readLogs.ts";
import { openCollector } from "./openCollector.ts";

const event = (id: string, attributes: object = {}) => ({ name: "gatelodge.decision", time: "2026-11-25T12:00:00.000Z", attributes: { "gatelodge.event.id": `event-${id}`, "gatelodge.effect.enforced": "block", ...attributes } });
const logsOf = (...events: readonly ReturnType<typeof event>[]) => toOtlpLogs([{ resource: { "service.name": "gatelodge-test" }, events }], Date.parse("2026-11-25T12:00:00Z"));

async function withDevice(context: TestContext) {
  const opened = await openCollector(context);
  const authorization = `Bearer ${(await opened.device())?.deviceToken ?? ""}`;
  const send = (payload: object | Buffer, type = "application/json") => opened.app.inject({ method: "POST", url: "/v1/logs", headers: { authorization, "content-type": type }, payload });
  const owner = await opened.owner();
  return { ...opened, send, by: owner };
}

/** As the official SDK writes it, with more than we keep. */
const binary = () => Buffer.from(ProtobufLogsSerializer.serializeRequest([{
  hrTime: [1_764_072_000, 5_000_000], hrTimeObserved: [1_764_072_000, 0], body: "CANARY", severityNumber: 9, eventName: "gatelodge.decision", droppedAttributesCount: 0,
  resource: { attributes: { "service.name": "gatelodge-test" } }, instrumentationScope: { name: "gatelodge" },
  attributes: { "gatelodge.event.id": "event-binary", "gatelodge.rule.id": "secrets", "gatelodge.findings.count": 3, "gatelodge.undecided": true, "gatelodge.decision.duration": 0.5, "gatelodge.detector.ids": ["one", "two"], "gen_ai.input.messages": "CANARY" },
} as unknown as Parameters<typeof ProtobufLogsSerializer.serializeRequest>[0][number]]) ?? []);

test("protobuf as the official SDK writes it is read like JSON, and nothing else of it is", () => {
  const { events, rejected } = readLogs(decodeLogs(binary())) ?? { events: [], rejected: -1 };
  assert.equal(rejected, 0);
  assert.deepEqual(events, [{ id: "event-binary", name: "gatelodge.decision", time: 1_764_072_000_005, attributes: { "gatelodge.event.id": "event-binary", "gatelodge.rule.id": "secrets", "gatelodge.findings.count": 3, "gatelodge.undecided": true, "gatelodge.decision.duration": 0.5, "gatelodge.detector.ids": ["one", "two"] } }]);
});

test("whatever the bytes, they are read or refused, and never more", () => {
  const whole = binary();
  for (let index = 0; index < 2000; index += 1) {
    const damaged = Buffer.from(whole.subarray(0, index % 3 === 0 ? (index * 7) % whole.length : whole.length));
    if (damaged.length > 0) damaged[(index * 31) % damaged.length] = index % 256;
    try {
      readLogs(decodeLogs(damaged));
    } catch (error) {
      assert.ok(error instanceof Error);
    }
  }
});

test("protobuf is stored, and answered as protobuf", async (context) => {
  const { send, store } = await withDevice(context);
  const answer = await send(binary(), "application/x-protobuf");
  assert.deepEqual([answer.statusCode, answer.headers["content-type"], answer.rawPayload.length], [200, "application/x-protobuf", 0]);
  assert.equal((await send(Buffer.from("no protobuf at all"), "application/x-protobuf")).statusCode, 400);
  assert.deepEqual([...store.each(0, 4e12)].map(({ id }) => id), ["event-binary"]);
});

test("events leave as NDJSON, as CSV and as OCSF", async (context) => {
  const { send, by } = await withDevice(context);
  await send(logsOf(event("one"), event("two", { "gatelodge.detector.ids": ["a", "b"] })));
  const lines = (await by("GET", "/api/export.ndjson")).text.trim().split("\n").map((line) => JSON.parse(line) as { readonly id: string });
  assert.deepEqual(lines.map(({ id }) => id).toSorted(), ["event-one", "event-two"]);
  const csv = (await by("GET", "/api/export.csv")).text;
  assert.equal(csv.trim().split("\r\n").length, 3);
  const [finding] = (await by("GET", "/api/export.ocsf.ndjson")).text.trim().split("\n").map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  assert.deepEqual([finding?.["class_uid"], finding?.["action_id"], finding?.["disposition_id"]], [2004, 2, 2]);
  assert.equal((await by("GET", "/api/export.csv?since=2030-01-01")).text.trim().split("\r\n").length, 1);
  assert.equal((await by("GET", "/api/export.csv?since=yesterday")).status, 400);
});

test("an export names the machine of what happened to a guard, and of nothing that a person did", async (context) => {
  const { send, by, store } = await withDevice(context);
  await send(logsOf(event("one", { "gatelodge.seq": 7 }), { ...event("two"), name: "gatelodge.tamper" }));
  const device = [...store.each(0, 4e12)][0]?.device ?? "";
  for (const ending of ["ndjson", "csv", "ocsf.ndjson"]) {
    const lines = (await by("GET", `/api/export.${ending}`)).text.split("\n").filter((line) => /gatelodge\.(?:decision|tamper)[",]/.test(line));
    assert.equal(lines.length, 2, ending);
    for (const line of lines) assert.equal(line.includes(device), line.includes("gatelodge.tamper"), line);
    assert.ok(!lines.join("").includes("gatelodge.seq"));
  }
});

test("nothing in a CSV is a formula, and a number stays one", () => {
  const line = toCsvLine({ id: "event-one", device: "=1+1", name: '@a,"b"', time: 0, attributes: { "gatelodge.findings.count": -3 } });
  assert.ok(line.startsWith(`1970-01-01T00:00:00.000Z,'=1+1,"'@a,""b""",`), line);
  assert.ok(line.includes(",-3,"));
});

test("a machine that was sent away is refused, also when it asks to be enrolled again", async (context) => {
  const { send, by, device, store } = await withDevice(context);
  const other = await device();
  assert.equal((await send(logsOf(event("one")))).statusCode, 200);
  const [{ device: id } = { device: "" }] = [...store.each(0, 4e12)];
  const again = await openAgain(by, id);
  assert.equal(again, 200);
  assert.equal((await send(logsOf(event("two")))).statusCode, 401);
  assert.ok(other !== undefined && (await device(other.privateKey)) !== undefined, "another one still is");
});
const openAgain = async (by: Awaited<ReturnType<typeof withDevice>>["by"], id: string) => (await by("POST", `/api/devices/${id}/revoke`, {})).status;

test("a public key alone does not take over a machine", async (context) => {
  const { ask, device, enrolmentToken } = await openCollector(context);
  const one = await device();
  const { createPublicKey } = await import("node:crypto");
  const publicKey = createPublicKey(one?.privateKey ?? "").export({ type: "spki", format: "der" }).toString("base64url");
  for (const proof of [{}, { signedAt: new Date().toISOString(), signature: "A".repeat(86) }]) assert.equal((await ask("POST", "/v1/enroll", { token: enrolmentToken, publicKey, ...proof })).status, 403);
  assert.equal((await device(one?.privateKey))?.deviceId, one?.deviceId);
});

test("an enrolment token counts machines, ends, and is revoked", async (context) => {
  const { by, database } = await withDevice(context);
  const { createEnrolmentTokens } = await import("../../src/collector/enrolmentTokens.ts");
  const tokens = createEnrolmentTokens(database);
  const { body } = await by("POST", "/api/enrolment-tokens", { label: "two", most: 2, days: 1 });
  const [token, now] = [String(body["token"]), Date.now()];
  assert.deepEqual([tokens.use(token, now), tokens.use(token, now), tokens.use(token, now)], [true, true, false]);
  const { body: other } = await by("POST", "/api/enrolment-tokens", { label: "other", most: 2, days: 1 });
  assert.equal(tokens.use(String(other["token"]), now + 40 * 86_400_000), false);
  await by("POST", `/api/enrolment-tokens/${String(other["id"])}/revoke`, {});
  assert.equal(tokens.use(String(other["token"]), now), false);
  assert.ok(!(await by("GET", "/api/enrolment-tokens")).text.includes(token));
});

test("what is older than it may be goes, and the book says how much", async (context) => {
  const { send, by, store, database } = await withDevice(context);
  await send(logsOf(event("one")));
  const [{ createAudit }, { applyRetention }] = [await import("../../src/collector/audit.ts"), await import("../../src/collector/retention.ts")];
  const retain = (now: number) => applyRetention({ store, audit: createAudit(database), now: () => now, days: 90 });
  const time = Date.parse("2026-11-25T12:00:00Z");
  assert.deepEqual([await retain(time + 89 * 86_400_000), await retain(time + 91 * 86_400_000)], [0, 1]);
  assert.ok((await by("GET", "/api/audit")).text.includes("1 older than 90 days"));
});

test("one machine's events are erased on request", async (context) => {
  const { send, by, store } = await withDevice(context);
  await send(logsOf(event("one")));
  const [{ device: id } = { device: "" }] = [...store.each(0, 4e12)];
  assert.deepEqual((await by("DELETE", `/api/devices/${id}/events`)).body, { removed: 1 });
  assert.equal([...store.each(0, 4e12)].length, 0);
});

test("metrics count and name nobody", async (context) => {
  const { send, by } = await withDevice(context);
  await send(logsOf(event("one")));
  const { text } = await by("GET", "/metrics");
  assert.match(text, /gatelodge_requests_total\{method="POST",route="\/v1\/logs",status="200"\} 1/);
  assert.match(text, /gatelodge_devices 1\n/);
  assert.match(text, /gatelodge_events_total 1\n/);
});

/** A field of protobuf that holds bytes: its number, how many they are, and they themselves. */
function field(number: number, bytes: Buffer): Buffer {
  const length: number[] = [];
  let left = bytes.length;
  for (; left > 127; left >>>= 7) length.push((left & 127) | 128);
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length, left]), bytes]);
}

test("a list of tens of thousands of empty items is refused after some of them, not read in the square of their time", () => {
  const attributes = Buffer.from("3200".repeat(40_000), "hex");
  assert.throws(() => decodeLogs(field(1, field(2, field(2, attributes)))), /too many of one kind/);
});

test("half a character is no name: one machine's must not break the line that all machines' events are written in", () => {
  assert.deepEqual(readLogs(logsOf(event("half", { "gatelodge.channel": "\ud800" })))?.events.map(({ attributes }) => attributes["gatelodge.channel"]), [undefined]);
});

test("an event from before there was any of us is refused, since each day is counted for itself", () => {
  assert.deepEqual(readLogs(logsOf({ ...event("old"), time: "1999-01-01T00:00:00.000Z" })), { events: [], rejected: 1 });
});
