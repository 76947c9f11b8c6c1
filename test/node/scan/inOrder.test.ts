import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { test } from "node:test";
import { inOrder } from "../../../src/node/scan/inOrder.ts";

const collect = async <T>(results: AsyncIterable<T>) => {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
};

test("results come in the order of the items, whatever is done first", async () => {
  assert.deepEqual(await collect(inOrder([30, 1, 10], 3, async (wait) => pause(wait, wait))), [30, 1, 10]);
});

test("no more than the width is under way, and nothing when nobody takes the results", async () => {
  const counts = { under: 0, most: 0, started: 0 };
  const results = inOrder(Array.from({ length: 20 }, (_, index) => index), 3, async (item) => {
    counts.started += 1;
    counts.most = Math.max(counts.most, (counts.under += 1));
    await pause(1);
    counts.under -= 1;
    return item;
  });
  assert.equal((await results.next()).value, 0);
  await pause(30);
  assert.ok(counts.started <= 4, `${counts.started} were started`);
  assert.equal((await collect(results)).length, 19);
  assert.ok(counts.most <= 3, `${counts.most} at once`);
});

test("a result is there before the next item comes", async () => {
  const gate = Promise.withResolvers<void>();
  async function* items() {
    yield 1;
    await gate.promise;
    yield 2;
  }
  const results = inOrder(items(), 4, async (item) => item);
  assert.equal((await results.next()).value, 1);
  gate.resolve();
  assert.deepEqual(await collect(results), [2]);
});

test("what goes wrong in an item or in the items' source reaches the reader", async () => {
  await assert.rejects(collect(inOrder([1], 2, async () => Promise.reject(new Error("item")))), /item/);
  async function* broken() {
    yield 1;
    throw new Error("source");
  }
  await assert.rejects(collect(inOrder(broken(), 2, async (item) => item)), /source/);
});
