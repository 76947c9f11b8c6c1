import assert from "node:assert/strict";
import { test } from "node:test";
import { createSettledOutcomes } from "../../src/extension/settledOutcomes.ts";

test("the first outcome and each other one are news, the same again is not", () => {
  const { isNews } = createSettledOutcomes();
  assert.deepEqual(["allowed", "allowed", "stopped", "stopped", "allowed"].map((outcome) => isNews("a", outcome)), [true, false, true, false, true]);
});

test("whoever was told of a passing state is told of its end", () => {
  const { isNews, told } = createSettledOutcomes();
  isNews("a", "stopped");
  told("a", "allowed");
  assert.equal(isNews("a", "stopped"), true);
});

test("being told what is settled changes nothing, and no document is another", () => {
  const { isNews, told } = createSettledOutcomes();
  isNews("a", "stopped");
  told("a", "stopped");
  told("b", "allowed");
  assert.equal(isNews("a", "stopped"), false);
});

test("a document that was closed starts anew", () => {
  const { isNews, drop } = createSettledOutcomes();
  isNews("a", "stopped");
  drop("a");
  assert.equal(isNews("a", "stopped"), true);
});
