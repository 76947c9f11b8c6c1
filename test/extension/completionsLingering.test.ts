import assert from "node:assert/strict";
import { test } from "node:test";
import { createLingering, type OpenStop } from "../../src/extension/guards/completions/lingering.ts";

const stop = (key: string, group = key): OpenStop => ({ key, groups: [group], lingerSeconds: 2 });

test("an open document does not linger; a closed one does until the policy's time is over", () => {
  const clock = { now: 0 };
  const lingering = createLingering(() => clock.now);
  lingering.note([stop("a")]);
  assert.deepEqual(lingering.groups(), []);
  lingering.note([]);
  clock.now = 1999;
  assert.deepEqual(lingering.groups(), ["a"]);
  clock.now = 2000;
  assert.deepEqual(lingering.groups(), []);
});

test("a document that is opened again starts anew", () => {
  const clock = { now: 0 };
  const lingering = createLingering(() => clock.now);
  lingering.note([stop("a")]);
  lingering.note([]);
  clock.now = 1000;
  lingering.note([stop("a"), stop("b")]);
  assert.deepEqual(lingering.groups(), []);
  lingering.note([stop("b")]);
  clock.now = 2500;
  assert.deepEqual(lingering.groups(), ["a"]);
});

test("what a person permitted does not linger, whether it is open still or was closed before", () => {
  const lingering = createLingering(() => 0);
  lingering.note([stop("a"), stop("b"), stop("c")]);
  lingering.note([stop("c")], ["a"]);
  assert.deepEqual(lingering.groups(), ["b"]);
  lingering.note([stop("c")], ["a", "b"]);
  assert.deepEqual(lingering.groups(), []);
});
