import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import type { PolicyProgressView } from "../../src/core/dashboard/administration.ts";
import { ringShare } from "../../src/node/trust/ringShare.ts";
import { openCollector } from "./openCollector.ts";

async function withMachines(context: TestContext, count: number) {
  const opened = await openCollector(context);
  const { ask, device, owner, person } = opened;
  const first = await owner();
  const [editor, approver] = [await person(first, "eve", "editor"), await person(first, "max", "approver")];
  const machines = await Promise.all(Array.from({ length: count }, () => device()));
  const etags = new Map<string, string>();
  /** As a machine does; `keep`: what it is given counts there. */
  const poll = async (index: number, keep = true) => {
    const { deviceId = "", deviceToken = "" } = machines[index] ?? {};
    const held = etags.get(deviceId);
    const { status, headers } = await ask("GET", "/v1/policy", undefined, { authorization: `Bearer ${deviceToken}`, ...(held === undefined ? {} : { "if-none-match": held }) });
    if (status === 200 && keep) etags.set(deviceId, String(headers["etag"]));
  };
  const publish = async (name: string, percent = 100) => {
    const { body: { id } } = await editor("POST", "/api/policies", { yaml: `version: 1\nname: ${name}\n`, percent });
    assert.equal((await approver("POST", `/api/policies/${String(id)}/approve`, {})).status, 200);
  };
  const progress = async () => (await first("GET", "/api/policies/progress")).body as unknown as PolicyProgressView;
  return { ...opened, first, approver, machines, poll, publish, progress };
}

test("a machine is waiting, given, then has it: what it asks with says so, and nothing more is reported for it", async (context) => {
  const { poll, publish, progress } = await withMachines(context, 3);
  assert.deepEqual(await progress(), { all: { applied: 0, given: 0, waiting: 0, refused: 0 }, neverAsked: 3, behind: [] });
  await publish("one");
  await poll(0);
  await poll(0);
  await poll(1);
  const { all, neverAsked } = await progress();
  assert.deepEqual([all, neverAsked], [{ applied: 1, given: 1, waiting: 0, refused: 0 }, 1]);
});

test("a machine that is given it again and again and does not take it has refused it, and is named", async (context) => {
  const { poll, publish, progress, machines } = await withMachines(context, 2);
  await publish("one");
  for (let times = 0; times < 2; times += 1) {
    await poll(0, false);
    await poll(1);
  }
  const { all, behind } = await progress();
  assert.deepEqual(all, { applied: 1, given: 0, waiting: 0, refused: 1 });
  assert.deepEqual(behind.map(({ id, state }) => [id, state]), [[machines[0]?.deviceId, "refused"]]);
});

test("of a ring it is told how many and which of its machines have it", async (context) => {
  const { poll, publish, progress, machines, approver } = await withMachines(context, 12);
  const all = machines.map((_, index) => index);
  await publish("one");
  for (const each of [...all, ...all]) await poll(each);
  await publish("two", 50);
  const inRing = all.filter((index) => ringShare("edition-2", machines[index]?.deviceId ?? "") < 50);
  for (const each of [...inRing.slice(1), ...inRing.slice(1)]) await poll(each);
  const { ring, behind } = await progress();
  assert.deepEqual(ring, { percent: 50, byGroup: false, applied: Math.max(0, inRing.length - 1), given: 0, waiting: Math.min(1, inRing.length), refused: 0 });
  assert.deepEqual(behind.filter((each) => each.inRing).map(({ id }) => id), inRing.slice(0, 1).map((index) => machines[index]?.deviceId));
  await approver("POST", "/api/policies/ring", { percent: 100 });
  assert.equal((await progress()).ring, undefined);
});

test("what is only signed anew is the same policy, and a machine that was sent away is not counted", async (context) => {
  const { poll, publish, clock, first, machines, signIn } = await withMachines(context, 2);
  await publish("one");
  for (const each of [0, 0, 1, 1]) await poll(each);
  assert.equal((await first("POST", `/api/devices/${machines[1]?.deviceId ?? ""}/revoke`, {})).status, 200);
  clock.time += 2 * 86_400_000;
  const ada = await signIn("ada");
  assert.deepEqual((await ada("GET", "/api/policies/progress")).body["all"], { applied: 1, given: 0, waiting: 0, refused: 0 });
});
