import assert from "node:assert/strict";
import { test } from "node:test";
import { readEventFilter, toQuery } from "../../src/core/dashboard/eventFilter.ts";

test("a filter is the same after a way through an address", () => {
  const filter = { from: "2026-11-01", name: "gatelodge.decision", subject: "a&b=c d" };
  assert.deepEqual(readEventFilter(Object.fromEntries(new URLSearchParams(toQuery(filter)))), filter);
  assert.equal(toQuery({}), "");
});

test("what has not the form of a filter is as if it were not there", () => {
  assert.deepEqual(readEventFilter({ from: "yesterday", to: "2026-13-45", before: "1", subject: "x".repeat(300), effect: ["block"], other: "x", assistant: "" }), {});
});
