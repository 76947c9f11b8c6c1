import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { GatelodgeEvent } from "../../../src/core/events/gatelodgeEvent.ts";
import { createProgramsHash } from "../../../src/node/reporting/hashPrograms.ts";
import { createPolicyReports } from "../../../src/node/reporting/policyReports.ts";
import { createTurns } from "../../../src/node/reporting/turns.ts";
import { layer, merged } from "../../support/policies.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

test("of all windows one has the turn, and the next one comes after its time, also when the clock was set back", (context) => {
  const file = join(temporaryFolder(context), "state", "heartbeat");
  const clock = { now: 1_800_000_000_000 };
  const [one, other] = [createTurns(file, 300_000, () => clock.now), createTurns(file, 300_000, () => clock.now)];
  assert.deepEqual([one(), one(), other()], [true, false, false]);
  clock.now += 300_000;
  assert.deepEqual([other(), one()], [true, false]);
  clock.now -= 86_400_000;
  assert.deepEqual([one(), other()], [true, false]);
});

test("a policy is reported when it changes, once for all windows, with what of it does not count", (context) => {
  const file = join(temporaryFolder(context), "state", "reported-policy");
  const events: GatelodgeEvent[] = [];
  const reports = () => createPolicyReports({ file, record: (event) => void events.push(event), stamp: () => ({ id: "id", time: "2026-11-25T08:00:00.000Z" }) });
  const inForce = (hash: string) => ({ policy: { ...merged(layer("machine", { rules: [] })).policy, hash }, problems: [{ source: "user" as const, file: "/home/j.doe/policy.yaml", message: "secret words", kind: "ignored" as const }] });
  const one = reports();
  one(inForce("0000000000000001"));
  one(inForce("0000000000000001"));
  reports()(inForce("0000000000000001"));
  one(inForce("0000000000000002"));
  assert.deepEqual(events.map(({ name }) => name), ["gatelodge.policy.applied", "gatelodge.policy.rejected", "gatelodge.policy.applied", "gatelodge.policy.rejected"]);
  assert.deepEqual(events[2]?.attributes, { "gatelodge.event.id": "id", "gatelodge.policy.hash": "0000000000000002", "gatelodge.policy.previous": "0000000000000001", "gatelodge.policy.mode": "enforce", "gatelodge.policy.layers": ["builtin"] });
  assert.deepEqual(events[1]?.attributes, { "gatelodge.event.id": "id", "gatelodge.policy.layer": "user", "gatelodge.policy.problem": "ignored" });
});

test("a program that was changed has another digest; other files do not count", async (context) => {
  const folder = temporaryFolder(context);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("hook.cjs", "one");
  const hash = createProgramsHash(folder);
  const first = await hash();
  write("notes.txt", "x");
  assert.equal(await hash(), first);
  write("hook.cjs", "two");
  assert.notEqual(await hash(), first);
  assert.match(first, /^[0-9a-f]{16}$/);
  assert.equal(await createProgramsHash(join(folder, "none"))(), "unreadable");
});
