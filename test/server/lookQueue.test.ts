import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { createLookQueue } from "../../src/server/scan/lookQueue.ts";

/** A queue whose looks take some time, and when each began. */
function setUp(took = 0) {
  const begun: number[] = [];
  const start = performance.now();
  const queue = createLookQueue(async () => {
    begun.push(performance.now() - start);
    if (took > 0) await wait(took);
  }, () => performance.now());
  return { queue, begun };
}

test("a burst of edits is looked at once", async () => {
  const { queue, begun } = setUp();
  for (let edit = 0; edit < 20; edit += 1) queue.afterTyping("a");
  await wait(120);
  assert.equal(begun.length, 1);
});

test("the first edit after a rest does not wait for a pause", async () => {
  const { queue, begun } = setUp();
  queue.soon("a");
  await wait(100);
  const edited = performance.now();
  queue.afterTyping("a");
  while (begun.length < 2 && performance.now() - edited < 1000) await wait(1);
  assert.ok(performance.now() - edited < 35, `${performance.now() - edited} ms`);
});

test("after a look that took long, the rest is longer", async () => {
  const { queue, begun } = setUp(60);
  queue.soon("a");
  await wait(130);
  queue.afterTyping("a");
  await wait(20);
  assert.equal(begun.length, 1);
});

test("two looks at one document never overlap, and the last edit is not lost", async () => {
  const ends: (() => void)[] = [];
  const queue = createLookQueue(() => new Promise<void>((resolve) => void ends.push(resolve)), () => performance.now());
  queue.soon("a");
  while (ends.length === 0) await wait(1);
  queue.soon("a");
  queue.soon("a");
  await wait(50);
  assert.equal(ends.length, 1);
  ends[0]!();
  while (ends.length === 1) await wait(1);
  ends[1]!();
  await wait(50);
  assert.equal(ends.length, 2);
});

test("a dropped document is looked at no more", async () => {
  const { queue, begun } = setUp();
  queue.afterTyping("a");
  queue.drop("a");
  await wait(80);
  assert.deepEqual(begun, []);
});
