/** What an `EventStore` promises, whichever database keeps the events. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventStore, KeptEvent } from "../../../src/collector/eventStore.ts";
import { day, decision, now, type OpenEngine, reportingTo } from "./reportingTo.ts";

async function readAll(store: EventStore, since = 0, until = Number.MAX_SAFE_INTEGER): Promise<readonly KeptEvent[]> {
  const events: KeptEvent[] = [];
  for await (const event of store.each(since, until)) events.push(event);
  return events.toSorted((a, b) => a.id.localeCompare(b.id));
}

/** Tests of the store over an engine. */
export function testStore(engine: string, open: OpenEngine): void {
  const openStore = reportingTo(open);

  test(`${engine}: a machine is known by its token and its key, and one that asks again gets another token`, async (context) => {
    const { store } = await open(context);
    assert.deepEqual(await store.enrol({ id: "a", token: "first-token", publicKey: "key" }, now), { id: "a" });
    assert.deepEqual([await store.deviceOf("first-token"), await store.deviceWithKey("key"), await store.devices()], [{ id: "a" }, { id: "a" }, 1]);
    assert.deepEqual(await store.enrol({ id: "b", token: "second-token", publicKey: "key" }, now + 1), { id: "a" });
    assert.deepEqual([await store.deviceOf("second-token"), await store.deviceOf("first-token"), await store.devices()], [{ id: "a" }, undefined, 1]);
    assert.deepEqual([await store.deviceOf(""), await store.deviceWithKey("' OR 1=1 --")], [undefined, undefined]);
  });

  test(`${engine}: the token of a machine that was sent away counts no more`, async (context) => {
    const { store } = await open(context);
    await store.enrol({ id: "a", token: "the-token", publicKey: "key" }, now);
    await store.sendAway("a", now + 1);
    assert.equal(await store.deviceOf("the-token"), undefined);
  });

  test(`${engine}: an event that comes again is told and kept once, alone, within its batch and among new ones`, async (context) => {
    const { store, event, report } = await openStore(context, 2);
    const [first, second, third] = [event("decision", now, decision), event("decision", now - day, decision), event("tamper", now, { "gatelodge.tamper.kind": "hooksChanged" })];
    assert.deepEqual(await report(0, first, first), { accepted: 1, duplicate: 1 });
    assert.deepEqual(await report(0, second, first), { accepted: 1, duplicate: 1 });
    assert.deepEqual(await report(0, third), { accepted: 1, duplicate: 0 });
    // The same id from another machine is another event.
    assert.deepEqual(await report(1, first), { accepted: 1, duplicate: 0 });
    assert.deepEqual(await report(0), { accepted: 0, duplicate: 0 });
    assert.equal((await readAll(store)).length, 4);
  });

  test(`${engine}: an event of a clock that runs ahead is kept once, also when it comes again on another day`, async (context) => {
    const { store, views, event, ids } = await openStore(context, 1);
    const ahead = event("decision", now + 3 * day, decision);
    assert.equal((await store.append({ id: ids[0] ?? "" }, [ahead], now)).accepted, 1);
    assert.equal((await store.append({ id: ids[0] ?? "" }, [ahead], now + day)).accepted, 0);
    assert.deepEqual((await readAll(store)).map(({ time }) => time), [now]);
    assert.equal((await views.overview({ now: now + day, revoked: [] })).effects["block"], 1);
  });

  test(`${engine}: what is read is what came, from a time to before another`, async (context) => {
    const { store, event, report, ids } = await openStore(context, 1);
    const attributes = { "gatelodge.rule.id": "a'b\\c\n\t{x:String} \u{1F512}", "gatelodge.findings.count": 3, "gatelodge.granted": true, "gatelodge.detector.ids": ["a", "b'"], "gatelodge.decision.duration": 0.25 };
    const [early, late] = [event("decision", now - 1, attributes), event("decision", now, {})];
    await report(0, early, late);
    assert.deepEqual(await readAll(store), [{ ...early, device: ids[0] }, { ...late, device: ids[0] }]);
    assert.deepEqual((await readAll(store, now)).map(({ id }) => id), [late.id]);
    assert.deepEqual((await readAll(store, 0, now)).map(({ id }) => id), [early.id]);
  });

  test(`${engine}: what is too old goes, and its counts by day stay`, async (context) => {
    const { store, views, event, report } = await openStore(context, 1);
    await report(0, event("decision", now - 3 * day, decision), event("decision", now - day, decision));
    const count = { removed: 0 };
    for (let removed = await store.prune(now - 2 * day, 10); removed > 0; removed = await store.prune(now - 2 * day, 10)) count.removed += removed;
    assert.deepEqual([count.removed, (await readAll(store)).length], [1, 1]);
    assert.equal((await views.overview({ now, revoked: [] })).effects["block"], 2);
  });

  test(`${engine}: only the token of the first start is the administrator's`, async (context) => {
    const { store, adminToken } = await open(context);
    assert.deepEqual([await store.isAdmin(adminToken), await store.isAdmin("another"), await store.isAdmin("")], [true, false, false]);
    assert.match(await store.nameKey(), /^[\w-]{40,}$/);
  });
}
