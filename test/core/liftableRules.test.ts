import assert from "node:assert/strict";
import { test } from "node:test";
import { liftableRules } from "../../src/core/liftableRules.ts";
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
