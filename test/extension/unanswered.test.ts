import assert from "node:assert/strict";
import { test } from "node:test";
import { createUnanswered } from "../../src/extension/unanswered.ts";

function setUp() {
  const clock = { now: 0 };
  return { clock, unanswered: createUnanswered(() => clock.now, 10) };
}

test("a document without an answer is overdue when the patience ends, however much is typed meanwhile, and is told once", () => {
  const { clock, unanswered } = setUp();
  unanswered.given("a", 1);
  clock.now = 9;
  unanswered.given("a", 2);
  assert.equal(unanswered.isOverdue("a"), false);
  clock.now = 10;
  assert.equal(unanswered.isOverdue("a"), true);
  assert.deepEqual(unanswered.news(), ["a"]);
  assert.deepEqual(unanswered.news(), []);
});

test("an answer ends the wait, one for an older version begins it anew", () => {
  const { clock, unanswered } = setUp();
  unanswered.given("a", 1);
  unanswered.given("a", 2);
  clock.now = 8;
  unanswered.answered("a", 1);
  clock.now = 17;
  assert.equal(unanswered.isOverdue("a"), false);
  clock.now = 18;
  assert.equal(unanswered.isOverdue("a"), true);
  unanswered.answered("a", 2);
  assert.equal(unanswered.isOverdue("a"), false);
});

test("nobody waits for what was closed, and a server that starts anew has all its time", () => {
  const { clock, unanswered } = setUp();
  unanswered.given("a", 1);
  unanswered.given("b", 1);
  unanswered.drop("a");
  clock.now = 9;
  unanswered.restart();
  clock.now = 18;
  assert.deepEqual(unanswered.news(), []);
  clock.now = 19;
  assert.deepEqual(unanswered.news(), ["b"]);
});
