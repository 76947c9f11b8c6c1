import assert from "node:assert/strict";
import { mock, test } from "node:test";
import type { Policy } from "../../src/core/policy/policy.ts";
import { createPassingTime } from "../../src/extension/passingTime.ts";

const start = Date.parse("2026-01-01T00:00:00Z");
const policy = (hash: string, expires?: string) => ({ hash, exceptions: expires === undefined ? [] : [{ expires }] }) as unknown as Policy;

/** A clock, permissions and policies by hand; counts how often it was told that time made a difference. */
function setUp(context: { after: (end: () => void) => void }, until: readonly number[] = []) {
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"], now: start });
  const state = { passed: 0, policies: new Map<string, Policy>([["a", policy("1")]]) };
  const grants = { active: () => until.filter((end) => end > Date.now()).map((end) => ({ id: "g", rules: [], until: end })), add: () => undefined, remove: () => undefined };
  const passing = createPassingTime({ grants, now: Date.now }, () => state.policies, () => { state.passed += 1; });
  context.after(() => {
    passing.dispose();
    mock.timers.reset();
  });
  return { state, passing };
}

test("the end of a permission is told once, in the second it ends", (context) => {
  const { state, passing } = setUp(context, [start + 2500]);
  passing.arm();
  mock.timers.tick(2400);
  assert.equal(state.passed, 0);
  mock.timers.tick(600);
  assert.equal(state.passed, 1);
  mock.timers.tick(60_000);
  assert.equal(state.passed, 1);
});

test("the end of an exception far away is told too", (context) => {
  const { state, passing } = setUp(context);
  state.policies = new Map([["a", policy("1", "2026-01-01T03:00:00Z")]]);
  passing.arm();
  for (let hour = 0; hour < 3; hour += 1) mock.timers.tick(3_600_000);
  assert.equal(state.passed, 1);
});

test("another policy of an open document is told, one of a document that was just opened is not", (context) => {
  const { state } = setUp(context);
  mock.timers.tick(5000);
  state.policies = new Map([["a", policy("1")], ["b", policy("2")]]);
  mock.timers.tick(5000);
  assert.equal(state.passed, 0);
  state.policies = new Map([["a", policy("1")], ["b", policy("3")]]);
  mock.timers.tick(5000);
  assert.equal(state.passed, 1);
});
