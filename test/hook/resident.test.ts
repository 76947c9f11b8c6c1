/** Hook calls with a resident, by the built programs. Whether it was the resident who answered is known because nobody else could. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { waitFor } from "../editor/waitFor.ts";
import { call, doors, ended, hookPlace, readCurrentText, residentProcess, startedResident, type HookResult } from "../support/residents.ts";

const isDenied = ({ status, stdout, stderr }: HookResult) => {
  assert.deepEqual([status, stderr], [0, ""]);
  return /"permissionDecision":"deny"/.test(stdout);
};

for (const door of doors) test(`${door.name}: the first call answers by itself and starts a resident, which answers the next`, { skip: door.skip }, async (context) => {
  const place = hookPlace(context);
  assert.ok(isDenied(await call(door, place, ".env")));
  await waitFor("a resident to be in force", () => readCurrentText(place.folder));
  assert.deepEqual([".", "current"].map((name) => statSync(join(place.folder, name)).mode & 0o777), [0o700, 0o600]);
  place.leaveOnlyResident();
  assert.ok(isDenied(await call(door, place, ".env")));
  assert.ok(!isDenied(await call(door, place, "b.ts")));
});

test("each answer goes by the policy as it is now", async (context) => {
  const place = hookPlace(context);
  await startedResident(context, place);
  place.leaveOnlyResident();
  const policy = join(place.home, ".config/gatelodge");
  mkdirSync(policy, { recursive: true });
  for (const path of ["b.ts", "c.ts", "b.ts"]) {
    writeFileSync(join(policy, "policy.yaml"), `version: 1\nclassification:\n  - { id: mine, label: restricted, paths: ['${path}'] }\n`);
    assert.equal(isDenied(await call(doors[0]!, place, "b.ts")), path === "b.ts", path);
  }
});

test("one that takes no errand of another program, home or machine file", async (context) => {
  const place = hookPlace(context);
  await startedResident(context, place);
  place.leaveOnlyResident();
  const others = [{ ...place, words: [...place.words, "--machine-file", "/other"] }, { ...place, words: [...place.words.slice(0, 2), ...place.words.slice(4)] }];
  for (const other of others) assert.equal((await call(doors[0]!, other, "b.ts")).status, 2);
  assert.equal((await call(doors[0]!, place, "b.ts")).status, 0);
});

test("many callers at once: each is answered, and the record has a line for each that was stopped", async (context) => {
  const place = hookPlace(context);
  const resident = await startedResident(context, place);
  const calls = await Promise.all(Array.from({ length: 12 }, (_, index) => call(doors[index % 2 === 0 || doors[1]!.skip !== false ? 0 : 1]!, place, index % 3 === 0 ? "b.ts" : ".env")));
  assert.deepEqual(calls.map((result) => isDenied(result)), Array.from({ length: 12 }, (_, index) => index % 3 !== 0));
  resident.kill("SIGTERM");
  await ended(resident);
  const events = readFileSync(join(place.home, ".local/state/gatelodge/ledger.jsonl"), "utf8").trim().split("\n").map((line) => (JSON.parse(line) as { event: { name: string; attributes: Record<string, number> } }).event);
  assert.equal(events.filter(({ name }) => name === "gatelodge.decision").length, 8);
  // What was allowed is counted.
  assert.ok(events.some(({ name }) => name === "gatelodge.usage.hourly"));
});

test("one that was killed is not waited for", async (context) => {
  const place = hookPlace(context);
  const resident = await startedResident(context, place);
  resident.kill("SIGKILL");
  await ended(resident);
  for (const door of doors.filter(({ skip }) => skip === false)) assert.ok(isDenied(await call(door, place, ".env")));
});

test("where one is in force another does not stay", async (context) => {
  const place = hookPlace(context);
  await startedResident(context, place);
  const current = readCurrentText(place.folder);
  await ended(residentProcess(context, place));
  assert.equal(readCurrentText(place.folder), current);
});

test("one whose program was removed before it was ready makes nothing", async (context) => {
  const place = hookPlace(context);
  await ended(residentProcess(context, { ...place, program: join(place.program, "../removed.cjs") }));
  assert.ok(!existsSync(place.folder));
});

test("one that nobody asks ends, and leaves nothing", async (context) => {
  const place = hookPlace(context);
  await ended(await startedResident(context, place, "--idle", "300"));
  assert.deepEqual(readdirSync(place.folder), []);
});
