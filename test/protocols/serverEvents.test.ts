import assert from "node:assert/strict";
import { test } from "node:test";
import { readServerEvents } from "../../src/protocols/serverEvents.ts";

async function readAll(...chunks: readonly string[]) {
  async function* arriving() {
    yield* chunks;
  }
  const events: unknown[] = [];
  for await (const event of readServerEvents(arriving())) events.push(event);
  return events;
}

test("events come whole, however they are cut, and the last one without an end", async () => {
  assert.deepEqual(await readAll('data: {"a"', ':1}\n', '\ndata:{"a":2}\r\n\r', '\ndata: {"a":3}'), [{ a: 1 }, { a: 2 }, { a: 3 }]);
});

test("comments, the mark of the end and what is no JSON object are passed over", async () => {
  assert.deepEqual(await readAll(': hello\n\nevent: x\ndata: {"a":1}\n\ndata: [1]\n\ndata: {oops\n\ndata: [DONE]\n\n'), [{ a: 1 }]);
});

test("an event without end is not waited for, and not taken for the end of a good answer", async () => {
  await assert.rejects(readAll('data: {"a":1}\n\n', "x".repeat(9 * 1024 * 1024), '\n\ndata: {"a":2}\n\n'), /too long/);
});
