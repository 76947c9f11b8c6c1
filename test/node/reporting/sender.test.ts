import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { join } from "node:path";
import { toLossEvent } from "../../../src/core/events/lossEvent.ts";
import type { EventGroup } from "../../../src/core/otlp/toOtlpLogs.ts";
import { createPostLogs } from "../../../src/node/reporting/postLogs.ts";
import { createSender } from "../../../src/node/reporting/sender.ts";
import { createSpoolReader } from "../../../src/node/spool/spoolReader.ts";
import { recordsOf, startOtlpServer, valueOf, type Answer, type Received } from "../../support/otlpServer.ts";
import { overrideEvent, spoolIn } from "../../support/spooled.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

/** A spool, a sender and an endpoint that answers as it is told. */
async function start(context: TestContext, answer?: (received: Received, count: number) => Answer) {
  const folder = join(temporaryFolder(context), "spool");
  const server = await startOtlpServer(answer);
  context.after(() => server.close());
  const spool = spoolIn(folder);
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const quarantined: EventGroup[] = [];
  const sender = createSender({
    reader: createSpoolReader({ folder, pid: process.pid, now }), now, random: () => 1,
    tell: (reason, count) => spool.append(toLossEvent(reason, count, { id: "loss", time: new Date(now()).toISOString() })), keepRefused: (groups) => void quarantined.push(...groups),
  });
  const post = createPostLogs({ url: server.url, token: "made-up" }, fetch, now);
  const write = (...ids: readonly string[]) => {
    for (const id of ids) spool.append(overrideEvent(id));
    spool.seal();
  };
  const waiting = () => createSpoolReader({ folder, pid: process.pid, now }).waiting().files;
  return { server, spool, clock, quarantined, write, waiting, round: () => sender.round(post, { "gatelodge.device.id": "device-1" }) };
}

const ids = (records: readonly { readonly attributes: readonly { readonly key: string; readonly value: object }[] }[]) => records.map((record) => valueOf(record, "gatelodge.event.id"));

test("events arrive in one request, compressed, with the key and what is said of machine and process", async (context) => {
  const { server, write, round, waiting } = await start(context);
  write("a", "b");
  assert.deepEqual(await round(), { kind: "sent", events: 2 });
  const [request] = server.received;
  assert.deepEqual([request?.path, request?.headers.authorization, request?.headers["content-type"], request?.headers["content-encoding"]], ["/v1/logs", "Bearer made-up", "application/json", "gzip"]);
  assert.deepEqual(ids(server.records()), ["a", "b"]);
  const attributes = request?.logs.resourceLogs[0]?.resource.attributes ?? [];
  assert.deepEqual(["service.name", "gatelodge.device.id"].map((key) => valueOf({ attributes }, key)), ["gatelodge-test", "device-1"]);
  assert.deepEqual([waiting(), await round()], [0, { kind: "idle" }]);
});

for (const status of [429, 502, 503, 504]) test(`after ${status} the same events are sent again, no sooner than Retry-After says`, async (context) => {
  const { server, clock, write, round } = await start(context, (_, count) => (count === 1 ? { status, headers: { "retry-after": "120" } } : { status: 200 }));
  write("a");
  const outcome = await round();
  assert.deepEqual(outcome, { kind: "later", until: clock.now + 120_000 });
  clock.now += 119_000;
  assert.equal((await round()).kind, "later");
  assert.equal(server.received.length, 1);
  clock.now += 2000;
  assert.deepEqual(await round(), { kind: "sent", events: 1 });
  assert.deepEqual(ids(server.records()), ["a"]);
});

test("pauses grow while nobody answers, and end at five minutes", async (context) => {
  const { server, clock, write, round, waiting } = await start(context);
  await server.close();
  context.mock.method(server, "close", async () => {});
  write("a");
  const pauses = [];
  for (let turn = 0; turn < 11; turn += 1) {
    const outcome = await round();
    if (outcome.kind !== "later") assert.fail(outcome.kind);
    pauses.push(outcome.until - clock.now);
    clock.now = outcome.until;
  }
  assert.deepEqual([pauses[0], pauses[1], pauses[2], pauses.at(-1)], [1000, 2000, 4000, 300_000]);
  assert.equal(waiting(), 1);
});

test("a connection that is cut after storing sends the same ids again, for the endpoint to count once", async (context) => {
  const { server, clock, write, round } = await start(context, (_, count) => ({ status: 200, ...(count === 1 ? { cut: true } : {}) }));
  write("a");
  assert.equal((await round()).kind, "later");
  clock.now += 10_000;
  await round();
  assert.deepEqual(ids(server.records()), ["a", "a"]);
});

for (const status of [400, 413]) test(`after ${status} the batch is halved until the one that is not taken is found`, async (context) => {
  const { server, quarantined, spool, write, round, waiting } = await start(context, ({ logs }) => (ids(recordsOf(logs)).includes("bad") ? { status } : { status: 200 }));
  write("a", "b", "bad", "c", "d");
  await round();
  assert.deepEqual(ids(server.records()), ["a", "b", "c", "d"]);
  assert.deepEqual(quarantined.flatMap(({ events }) => events.map(({ attributes }) => attributes["gatelodge.event.id"])), ["bad"]);
  spool.seal();
  assert.equal(waiting(), 1, "the loss is told");
  await round();
  const loss = server.records().at(-1);
  assert.deepEqual([loss?.eventName, loss === undefined ? undefined : valueOf(loss, "gatelodge.loss.count")], ["gatelodge.loss", "1"]);
});

for (const status of [404, 500, 501]) test(`after ${status} nothing is sent again, as OTLP forbids it; it is kept aside and counted`, async (context) => {
  const { server, quarantined, write, round, waiting } = await start(context, () => ({ status }));
  write("a", "b");
  await round();
  assert.deepEqual([server.received.length, quarantined.flatMap(({ events }) => events).length, waiting()], [1, 2, 0]);
});

test("an endpoint that refuses even what tells of losses is not told of those for ever", async (context) => {
  const { server, spool, write, round } = await start(context, () => ({ status: 500 }));
  write("a");
  for (let turn = 0; turn < 5; turn += 1) {
    await round();
    spool.seal();
  }
  assert.equal(server.received.length, 2);
});

test("a partial success is not repeated, and what was refused is counted", async (context) => {
  const { server, spool, write, round } = await start(context, (_, count) => ({ status: 200, body: count === 1 ? '{"partialSuccess":{"rejectedLogRecords":"1","errorMessage":"no"}}' : "{}" }));
  write("a", "b");
  await round();
  spool.seal();
  await round();
  assert.deepEqual(server.records().map(({ eventName }) => eventName), ["gatelodge.override", "gatelodge.override", "gatelodge.loss"]);
});

for (const answer of [{ status: 302, headers: { location: "http://127.0.0.1:9/" } }, { status: 200, headers: { "content-type": "text/html" } }]) test(`the sign-in page of a network (${answer.status}) is no answer of the endpoint`, async (context) => {
  const { server, write, round, waiting } = await start(context, () => answer);
  write("a");
  assert.equal((await round()).kind, "later");
  assert.deepEqual([server.received.length, waiting()], [1, 1]);
});

test("without a valid key everything stays", async (context) => {
  const { write, round, waiting } = await start(context, () => ({ status: 401 }));
  write("a");
  assert.equal((await round()).kind, "unauthorised");
  assert.equal(waiting(), 1);
});

test("more than a request should hold goes in several", async (context) => {
  const { server, write, round } = await start(context);
  write(...Array.from({ length: 1500 }, (_, index) => `event-${index}`));
  for (let turn = 0; turn < 5; turn += 1) await round();
  assert.equal(new Set(ids(server.records())).size, 1500);
  assert.ok(server.received.every(({ logs }) => recordsOf(logs).length <= 1000));
});
