import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { toOtlpLogs } from "../../src/core/otlp/toOtlpLogs.ts";
import { enrol } from "../../src/node/reporting/enrol.ts";
import { createPostLogs } from "../../src/node/reporting/postLogs.ts";
import { createSpoolReader } from "../../src/node/spool/spoolReader.ts";
import { countedMachineFile } from "../support/countedMachineFile.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { startCollector, type RunningCollector } from "./startCollector.ts";

const host = { os: "linux", arch: "x64", guardVersion: "0.1.0" };
const running: { collector?: RunningCollector; data?: string } = {};
const collector = () => running.collector!;
before(async (context) => {
  running.data = temporaryFolder(context as Parameters<typeof temporaryFolder>[0]);
  running.collector = await startCollector(running.data);
});
after(() => collector().stop());

async function enrolled(url = collector().url, token = collector().enrolmentToken) {
  const answer = await enrol({ endpoint: url, token, host, fetch });
  assert.equal(answer.kind, "enrolled");
  return (answer as Extract<typeof answer, { readonly kind: "enrolled" }>).device;
}
const overview = async () => (await (await fetch(`${collector().url}/api/overview`, { headers: { authorization: `Bearer ${collector().adminToken}` } })).json()) as { readonly devices: number; readonly active: number; readonly effects: Readonly<Record<string, number>>; readonly rules: readonly { readonly rule: string; readonly count: number }[] };
const decision = (attributes: Readonly<Record<string, unknown>> = {}) => ({ name: "gatelodge.decision", time: new Date().toISOString(), attributes: { "gatelodge.event.id": randomUUID(), "gatelodge.effect.enforced": "block", "gatelodge.rule.id": "secrets", ...attributes } });
const logsOf = (...events: readonly ReturnType<typeof decision>[]) => toOtlpLogs([{ resource: { "service.name": "gatelodge-test" }, events }], Date.now());
const blocks = async () => (await overview()).effects["block"] ?? 0;
const everything = () => readdirSync(running.data!, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map(({ name, parentPath }) => readFileSync(join(parentPath, name), "latin1")).join("\n");

test("what the hook program stops arrives in the overview, and nothing of its content", { skip: process.platform !== "linux" }, async (context) => {
  const home = temporaryFolder(context);
  const machineFile = countedMachineFile(context, { reporting: { endpoint: collector().url } });
  if (machineFile === undefined) return;
  const before = await blocks();
  spawnSync(process.execPath, [join(import.meta.dirname, "../../dist/hook.cjs"), "--assistant", "claude-code", "--event", "PreToolUse", "--home", home, "--machine-file", machineFile], { input: JSON.stringify({ hook_event_name: "PreToolUse", cwd: home, tool_name: "Read", tool_input: { file_path: ".env" } }) });
  const device = await enrolled();
  const claims = createSpoolReader({ folder: join(home, ".local/state/gatelodge/spool"), pid: process.pid, now: Date.now }).claim(10);
  const outcome = await createPostLogs({ url: collector().url, token: device.deviceToken }, fetch, Date.now)(toOtlpLogs(claims.map(({ resource, events }) => ({ resource, events })), Date.now()));
  assert.deepEqual(outcome, { kind: "delivered", refused: 0 });
  assert.equal(await blocks(), before + 1);
  const { devices, active, rules } = await overview();
  assert.ok(devices >= 1 && active >= 1 && rules.length > 0);
  assert.ok(!everything().includes(home));
});

test("an event that comes twice is counted once, also when it is sent by two requests at once", async () => {
  const device = await enrolled();
  const post = createPostLogs({ url: collector().url, token: device.deviceToken }, fetch, Date.now);
  const [before, event] = [await blocks(), decision()];
  await Promise.all([post(logsOf(event, event)), post(logsOf(event))]);
  assert.equal(await blocks(), before + 1);
});

test("content in a body, an attribute or a name that is not on our list is not kept", async () => {
  const device = await enrolled();
  const logs = JSON.parse(JSON.stringify(logsOf(decision()))) as { readonly resourceLogs: { readonly scopeLogs: { readonly logRecords: Record<string, unknown>[] }[] }[] };
  const record = logs.resourceLogs[0]!.scopeLogs[0]!.logRecords[0]!;
  Object.assign(record, { body: { stringValue: "CANARY" }, attributes: [...(record["attributes"] as object[]), { key: "gen_ai.input.messages", value: { stringValue: "CANARY" } }, { key: "__proto__", value: { stringValue: "CANARY" } }, { key: "gatelodge.channel", value: { kvlistValue: { values: ["CANARY"] } } }] });
  logs.resourceLogs[0]!.scopeLogs[0]!.logRecords.push({ ...record, eventName: "codex.user_prompt" });
  const answer = await fetch(`${collector().url}/v1/logs`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${device.deviceToken}` }, body: JSON.stringify(logs) });
  assert.deepEqual(await answer.json(), { partialSuccess: { rejectedLogRecords: "1", errorMessage: "not an event of Gatelodge" } });
  assert.ok(!everything().includes("CANARY"));
});

test("one machine's token reads nothing, and a wrong, empty or enrolment token opens nothing", async () => {
  const device = await enrolled();
  const status = async (path: string, token: string, init: RequestInit = {}) => (await fetch(`${collector().url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" } })).status;
  for (const token of [device.deviceToken, collector().enrolmentToken, "", "x".repeat(43)]) assert.equal(await status("/api/overview", token), 401);
  for (const token of [collector().adminToken, collector().enrolmentToken, "", "' OR 1=1 --".padEnd(43, "x")]) assert.equal(await status("/v1/logs", token, { method: "POST", body: "{}" }), 401);
  assert.deepEqual(await enrol({ endpoint: collector().url, token: "x".repeat(43), host, fetch }), { kind: "refused" });
});

test("what cannot be read is refused and the next request is answered: no JSON, deep JSON, a bomb, too much, the wrong encoding", async () => {
  const { deviceToken } = await enrolled();
  const send = async (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) => (await fetch(`${collector().url}/v1/logs`, { method: "POST", body: body as string, headers: { "content-type": "application/json", authorization: `Bearer ${deviceToken}`, ...headers } })).status;
  assert.equal(await send("{"), 400);
  assert.equal(await send("[".repeat(100_000) + "]".repeat(100_000)), 400);
  assert.equal(await send(gzipSync("x".repeat(50_000_000)), { "content-encoding": "gzip" }), 400);
  assert.equal(await send("x".repeat(2_000_000)), 413);
  assert.equal(await send("{}", { "content-encoding": "br" }), 400);
  assert.equal(await send("{}", { "content-type": "text/plain" }), 415);
  assert.equal((await fetch(`${collector().url}/health`)).status, 200);
});

test("killed at any moment, it has what it answered for, once each", async (context) => {
  const data = temporaryFolder(context);
  let other = await startCollector(data);
  const { adminToken } = other;
  const { deviceToken } = await enrolled(other.url, other.enrolmentToken);
  const acknowledged: ReturnType<typeof decision>[] = [];
  const waiting: ReturnType<typeof decision>[] = [];
  for (let round = 0; round < 4; round += 1) {
    const post = createPostLogs({ url: other.url, token: deviceToken }, fetch, Date.now);
    setTimeout(() => void other.process.kill("SIGKILL"), 30 + Math.random() * 60);
    for (let failed = false; !failed;) {
      const event = waiting.pop() ?? decision();
      failed = (await post(logsOf(event))).kind !== "delivered";
      (failed ? waiting : acknowledged).push(event);
    }
    other = await startCollector(data);
  }
  const post = createPostLogs({ url: other.url, token: deviceToken }, fetch, Date.now);
  for (const event of waiting.splice(0)) {
    assert.equal((await post(logsOf(event))).kind, "delivered");
    acknowledged.push(event);
  }
  const answer = await fetch(`${other.url}/api/overview`, { headers: { authorization: `Bearer ${adminToken}` } });
  const { effects } = (await answer.json()) as { readonly effects: Readonly<Record<string, number>> };
  await other.stop();
  assert.equal(effects["block"], acknowledged.length);
});
