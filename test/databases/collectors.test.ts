/** The real collector program, one with pages and two intakes, on one ClickHouse. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test, type TestContext } from "node:test";
import { toOtlpLogs } from "../../src/core/otlp/toOtlpLogs.ts";
import { enrol } from "../../src/node/reporting/enrol.ts";
import { createPostLogs } from "../../src/node/reporting/postLogs.ts";
import { startCollector } from "../collector/startCollector.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { startClickhouse } from "./startClickhouse.ts";

const clickhouse = await startClickhouse();
const skip = "missing" in clickhouse ? `skipped: ${clickhouse.missing}` : false;
if (!("missing" in clickhouse)) after(clickhouse.stop);
const url = "missing" in clickhouse ? "" : clickhouse.url;
const host = { os: "linux", arch: "x64", guardVersion: "0.1.0" };

function passwordFile(context: TestContext, mode: number): string {
  const file = join(temporaryFolder(context), "password");
  writeFileSync(file, "not asked for by this engine\n");
  chmodSync(file, mode);
  return file;
}

const program = join(import.meta.dirname, "../../dist/collector.cjs");
const refusal = (...words: readonly string[]) => spawnSync(process.execPath, [program, ...words], { encoding: "utf8", timeout: 30_000 }).stderr;

test("an intake does not begin a database, and a password that others may read is not used", { skip }, (context) => {
  const shared = ["--store", "clickhouse", "--clickhouse-url", url, "--port", "0"];
  assert.match(refusal(...shared, "--intake"), /start the collector with the pages first/);
  if (process.platform !== "win32") assert.match(refusal(...shared, "--data", temporaryFolder(context), "--clickhouse-password-file", passwordFile(context, 0o644)), /may be read by others/);
});

test("machines report to any intake, an intake is killed, what was answered for is counted once, and an intake has no pages", { skip }, async (context) => {
  const shared = ["--store", "clickhouse", "--clickhouse-url", url, "--clickhouse-password-file", passwordFile(context, 0o600)];
  const main = await startCollector(temporaryFolder(context), shared);
  const intakes = await Promise.all([startCollector(temporaryFolder(context), [...shared, "--intake"]), startCollector(temporaryFolder(context), [...shared, "--intake"])]);
  context.after(() => Promise.all([main, ...intakes].map(({ stop }) => stop())));
  assert.ok(intakes.every(({ adminToken }) => adminToken === ""));
  const answer = await enrol({ endpoint: main.url, token: main.enrolmentToken, host, fetch });
  assert.ok(answer.kind === "enrolled");
  const { deviceToken, deviceId } = answer.device;
  const bodies = Array.from({ length: 10 }, () => toOtlpLogs([{ resource: { "service.name": "gatelodge-test" }, events: Array.from({ length: 20 }, () => ({ name: "gatelodge.decision", time: new Date().toISOString(), attributes: { "gatelodge.event.id": randomUUID(), "gatelodge.effect.enforced": "block", "gatelodge.rule.id": "secrets" } })) }], Date.now()));
  const send = (to: string, body: (typeof bodies)[number]) => createPostLogs({ url: to, token: deviceToken }, fetch, Date.now)(body);
  const [first, second] = intakes;
  assert.ok(first !== undefined && second !== undefined);
  const answered = await send(first.url, bodies[0]!);
  assert.equal(answered.kind, "delivered");
  // The others are under way when it falls.
  const outcomes = Promise.all(bodies.slice(1).map((body) => send(first.url, body)));
  setTimeout(() => void first.stop("SIGKILL"), 150);
  context.diagnostic(`${(await outcomes).filter(({ kind }) => kind === "delivered").length} of ${bodies.length - 1} were answered before the kill`);
  // As senders do: what was not answered for is sent again, and here all of it, to the other one.
  for (const body of bodies) assert.equal((await send(second.url, body)).kind, "delivered");
  const read = async (path: string) => (await fetch(`${main.url}${path}`, { headers: { authorization: `Bearer ${main.adminToken}` } })).json() as Promise<Record<string, unknown>>;
  const { effects, devices } = await read("/api/overview");
  assert.deepEqual([effects, devices], [{ block: 200 }, 1]);
  assert.match(await (await fetch(`${main.url}/api/export.ndjson`, { headers: { authorization: `Bearer ${main.adminToken}` } })).text(), /^(?:\{.*\}\n){200}$/);
  assert.equal((await fetch(`${second.url}/api/overview`, { headers: { authorization: `Bearer ${main.adminToken}` } })).status, 404);
  assert.equal((await fetch(`${second.url}/v1/logs`, { method: "POST", body: "{}", headers: { authorization: `Bearer ${deviceId}`, "content-type": "application/json" } })).status, 401);
});
