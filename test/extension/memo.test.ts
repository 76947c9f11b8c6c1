import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemo } from "../../src/extension/memo.ts";

test("an answer is made anew when one of its parts is another, and only then", () => {
  const memo = createMemo<number>();
  const policy = {};
  const made: number[] = [];
  const ask = (version: number, policyNow: object) => memo.recall("a", [version, policyNow], () => made.push(version));
  ask(1, policy);
  ask(1, policy);
  ask(2, policy);
  ask(2, {});
  assert.deepEqual(made, [1, 2, 2]);
});

test("keys do not share answers, and a dropped one is forgotten", () => {
  const memo = createMemo<string>();
  assert.equal(memo.recall("a", [], () => "a"), "a");
  assert.equal(memo.recall("b", [], () => "b"), "b");
  memo.drop("a");
  assert.equal(memo.recall("a", [], () => "again"), "again");
});
