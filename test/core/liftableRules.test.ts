import assert from "node:assert/strict";
import { test } from "node:test";
import { askableRules, liftableRules } from "../../src/core/liftableRules.ts";
import type { Decision, Effect } from "../../src/core/request.ts";
import { layer, merged } from "../support/policies.ts";

const decision = (...reasons: readonly (readonly [string, Effect])[]): Decision => ({
  effect: "block", enforced: "block", rule: "x", label: "restricted", findings: [], policy: "test", reasons: reasons.map(([rule, effect]) => ({ rule, effect, text: "" })),
});
const { policy } = merged(layer("machine", { permit: { exceptions: [], detectorsOff: [], overrides: { rules: ["secrets"], maxMinutes: 30 } } }));

test("what a permitted rule stops can be allowed, whatever others only warn of", () => assert.deepEqual(liftableRules(policy, decision(["secrets", "redact"], ["possible-secrets", "warn"])), ["secrets"]));
test("one rule that may not be lifted keeps all", () => assert.deepEqual(liftableRules(policy, decision(["secrets", "redact"], ["above-ceiling", "block"])), []));
test("what nobody looked at can be allowed where the policy permits it", () => {
  assert.deepEqual(liftableRules(merged().policy, decision(["otherwise", "block"])), ["otherwise"]);
  assert.deepEqual(liftableRules(policy, decision(["otherwise", "block"])), []);
});

const { policy: asking } = merged(layer("organisation", { permit: { asking: { rules: ["*"], maxDays: 30 } } }), layer("repository", { rules: [{ id: "own", when: { findings: ["secret"] }, effect: "block" }] }));
test("an exception may be asked for where the policy says so, and for all that stops or nothing", () => {
  assert.deepEqual(askableRules(asking, decision(["above-ceiling", "block"], ["possible-secrets", "warn"])), ["above-ceiling"]);
  assert.deepEqual(askableRules(policy, decision(["above-ceiling", "block"])), []);
});
test("nobody is told a repository's name for its rule, and what no exception lifts is not asked for", () => {
  for (const rule of ["own", "otherwise", "self-protection"]) assert.deepEqual(askableRules(asking, decision(["above-ceiling", "block"], [rule, "block"])), [], rule);
});
