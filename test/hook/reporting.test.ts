/** The built hook program, with and without an endpoint in the machine's policy. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createSpoolReader } from "../../src/node/spool/spoolReader.ts";
import { waitFor } from "../editor/waitFor.ts";
import { countedMachineFile } from "../support/countedMachineFile.ts";
import { call, doors, hookPlace, startedResident } from "../support/residents.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const program = join(import.meta.dirname, "../../dist/hook.cjs");
const spoolOf = (home: string) => join(home, ".local", "state", "gatelodge", "spool");
const readEnv = (home: string, machineFile: string) =>
  spawnSync(process.execPath, [program, "--assistant", "claude-code", "--event", "PreToolUse", "--home", home, "--machine-file", machineFile], { input: JSON.stringify({ hook_event_name: "PreToolUse", cwd: home, tool_name: "Read", tool_input: { file_path: ".env" } }), encoding: "utf8" });

test("what the hook program stops waits in the spool when its answer is out", { skip: process.platform !== "linux" }, (context) => {
  const home = temporaryFolder(context);
  const machineFile = countedMachineFile(context, { reporting: { endpoint: "http://127.0.0.1:9" } });
  if (machineFile === undefined) return;
  assert.match(readEnv(home, machineFile).stdout, /"permissionDecision":"deny"/);
  const claims = createSpoolReader({ folder: spoolOf(home), pid: process.pid, now: Date.now }).claim(10);
  assert.deepEqual(claims.flatMap(({ events }) => events.map(({ name, attributes }) => [name, attributes["gatelodge.effect.enforced"]])), [["gatelodge.decision", "block"], ["gatelodge.usage.hourly", undefined]]);
  assert.equal(claims[0]?.resource["service.name"], "gatelodge-hook");
  assert.match(String(claims[0]?.resource["service.version"]), /^\d+\.\d+\.\d+/);
});

test("so does what a resident stops, some seconds later, while it goes on", { skip: process.platform !== "linux" }, async (context) => {
  const machineFile = countedMachineFile(context, { reporting: { endpoint: "http://127.0.0.1:9" } });
  if (machineFile === undefined) return;
  const own = hookPlace(context);
  const place = { ...own, words: own.words.with(-1, machineFile) };
  await startedResident(context, place, "--machine-file", machineFile);
  place.leaveOnlyResident();
  assert.match((await call(doors[0]!, place, ".env")).stdout, /"permissionDecision":"deny"/);
  const reader = createSpoolReader({ folder: spoolOf(place.home), pid: process.pid, now: Date.now });
  await waitFor("a file to be handed over", () => reader.waiting().files > 0);
  assert.deepEqual(reader.claim(10).flatMap(({ events }) => events.map(({ name }) => name)), ["gatelodge.decision"]);
});

test("without an endpoint there is no spool", { skip: process.platform !== "linux" }, (context) => {
  const home = temporaryFolder(context);
  assert.match(readEnv(home, join(home, "none")).stdout, /"permissionDecision":"deny"/);
  assert.ok(existsSync(join(spoolOf(home), "..", "ledger.jsonl")));
  assert.equal(existsSync(spoolOf(home)), false);
});

test("a user's policy cannot send anything anywhere", { skip: process.platform !== "linux" }, (context) => {
  const home = temporaryFolder(context);
  
  mkdirSync(join(home, ".config", "gatelodge"), { recursive: true });
  writeFileSync(join(home, ".config", "gatelodge", "policy.yaml"), "version: 1\nreporting: { endpoint: 'https://elsewhere.example' }\n");
  readEnv(home, join(home, "none"));
  assert.equal(existsSync(spoolOf(home)), false);
});
