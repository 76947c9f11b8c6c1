import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { ReportingEntry } from "../../../src/core/policy/policyDocument.ts";
import { createLedger } from "../../../src/node/ledger.ts";
import { createReporting, reportingPlaces } from "../../../src/node/reporting/createReporting.ts";
import { readReported } from "../../../src/node/reporting/reportedBook.ts";
import { createReportingRun } from "../../../src/node/reporting/reportingRun.ts";
import { builtinInForce } from "../../../src/node/policyStore.ts";
import { decisionEvent } from "../../support/spooled.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { startOtlpServer, valueOf } from "../../support/otlpServer.ts";

const nameKey = Buffer.alloc(32, 7).toString("base64url");

/** A collector's door for enrolment, in front of an OTLP endpoint that takes the keys it gave. */
async function startCollector(context: TestContext) {
  const enrolled: { readonly token: string; readonly publicKey: string }[] = [];
  const revoked = new Set<string>();
  const logs = await startOtlpServer(({ headers }) => ({ status: enrolled.length > 0 && headers.authorization === `Bearer key-${enrolled.length}` && !revoked.has(headers.authorization) ? 200 : 401 }));
  const server = createServer((request, response) => void (async () => {
    const body = Buffer.concat(await request.toArray() as Buffer[]);
    if (request.url === "/v1/logs") {
      const { status } = await fetch(`${logs.url}/v1/logs`, { method: "POST", body: new Uint8Array(body), headers: { authorization: request.headers.authorization ?? "" } });
      return void response.writeHead(status, { "content-type": "application/json" }).end("{}");
    }
    const asked = JSON.parse(body.toString()) as { readonly token: string; readonly publicKey: string };
    if (asked.token !== "made-up-token") return void response.writeHead(401).end();
    enrolled.push(asked);
    return void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ deviceId: "device-1", deviceToken: `key-${enrolled.length}`, nameKey }));
  })());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(async () => {
    server.closeAllConnections();
    server.close();
    await logs.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, logs, enrolled, revoke: () => revoked.add(`Bearer key-${enrolled.length}`) };
}

function start(context: TestContext, entry: ReportingEntry, mayReport: () => boolean = () => true) {
  const state = temporaryFolder(context);
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const { policy, ...rest } = builtinInForce();
  const reporting = createReporting({ program: "gatelodge-vscode", dist: join(state, "dist"), locations: { state }, policies: { current: () => ({ ...rest, policy: { ...policy, reporting: entry } }) }, ledger: createLedger(state), now });
  context.after(() => reporting.ledger.dispose());
  const run = createReportingRun({ locations: { state }, reporting, mayReport, userName: () => "j.doe", fetch, host: { os: "linux", arch: "x64", guardVersion: "1.0.0" }, now, onEnrolled: () => {} });
  const record = (id: string, assistant = "github-copilot") => {
    const event = decisionEvent(id);
    if (event.name !== "gatelodge.decision") throw new Error("a decision");
    reporting.ledger.record({ event: { ...event, attributes: { ...event.attributes, "gatelodge.assistant.id": assistant === "github-copilot" ? assistant : "other" } }, local: { assistant, path: "src/salaries.ts" } });
    reporting.spool.seal();
  };
  return { state, clock, run, record };
}

test("a machine enrols once, and its events carry its id, a pseudonym of the person and of assistants that nobody knows", async (context) => {
  const { url, logs, enrolled } = await startCollector(context);
  const { state, run, record } = start(context, { endpoint: url, enrolmentToken: "made-up-token", identity: "pseudonymous" });
  record("a");
  assert.equal(await run.look(), "idle");
  record("b", "acme.secret-assistant");
  await run.look();
  assert.equal(enrolled.length, 1);
  assert.deepEqual(logs.records().map((record) => valueOf(record, "gatelodge.event.id")), ["a", "b"]);
  const resource = logs.received[0]?.logs.resourceLogs[0]?.resource ?? { attributes: [] };
  assert.equal(valueOf(resource, "gatelodge.device.id"), "device-1");
  assert.match(String(valueOf(resource, "gatelodge.user.id")), /^[0-9a-f]{16}$/);
  const key = valueOf(logs.records()[1] ?? { attributes: [] }, "gatelodge.assistant.key");
  assert.match(String(key), /^[0-9a-f]{16}$/);
  const sent = JSON.stringify(logs.received.map(({ logs: body }) => body));
  for (const secret of ["j.doe", "acme.secret-assistant", "salaries", "made-up-token"]) assert.ok(!sent.includes(secret), secret);
  assert.equal(statSync(reportingPlaces({ state }).device).mode & 0o777, 0o600);
});

test("a key that the collector takes no longer is asked for again by the same machine", async (context) => {
  const { url, logs, enrolled, revoke } = await startCollector(context);
  const { clock, run, record } = start(context, { endpoint: url, enrolmentToken: "made-up-token" });
  record("a");
  await run.look();
  revoke();
  record("b");
  assert.equal(await run.look(), "unauthorised");
  clock.now += 60_000;
  await run.look();
  assert.deepEqual([enrolled.length, enrolled[0]?.publicKey === enrolled[1]?.publicKey], [2, true]);
  assert.deepEqual(logs.records().map((record) => valueOf(record, "gatelodge.event.id")), ["a", "b"]);
});

test("with a token that does not count nothing is sent, and nobody is asked again within the hour", async (context) => {
  const { url, logs, enrolled } = await startCollector(context);
  const { clock, run, record } = start(context, { endpoint: url, enrolmentToken: "wrong" });
  record("a");
  assert.equal(await run.look(), "unauthorised");
  clock.now += 600_000;
  assert.equal(await run.look(), "unauthorised");
  assert.deepEqual([enrolled.length, logs.received.length, run.waiting().files], [0, 0, 1]);
});

test("nothing is sent before the person was told", async (context) => {
  const server = await startOtlpServer();
  context.after(() => server.close());
  const told = { yes: false };
  const { run, record } = start(context, { endpoint: server.url }, () => told.yes);
  record("a");
  assert.deepEqual([await run.look(), server.received.length], ["silent", 0]);
  told.yes = true;
  await run.look();
  assert.equal(server.received.length, 1);
});

test("the book of what was reported holds what left, and nothing where there was no connection", async (context) => {
  const server = await startOtlpServer();
  const { state, clock, run, record } = start(context, { endpoint: server.url });
  record("a");
  await run.look();
  await server.close();
  record("b");
  clock.now += 60_000;
  assert.equal(await run.look(), "later");
  const book = readReported(reportingPlaces({ state }).book, 10);
  assert.deepEqual(book.map(({ outcome, body }) => [outcome, JSON.stringify(body)]), [["delivered", JSON.stringify(server.received[0]?.logs)]]);
  assert.ok(readFileSync(join(reportingPlaces({ state }).book, "reported.jsonl"), "utf8").endsWith("\n"));
});
