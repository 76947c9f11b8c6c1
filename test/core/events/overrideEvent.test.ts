import assert from "node:assert/strict";
import { test } from "node:test";
import { toOverrideEvent } from "../../../src/core/events/overrideEvent.ts";
import { layer, merged } from "../../support/policies.ts";

test("an override of a rule that a user made up does not report its name", () => {
  const { policy } = merged(layer("user", { rules: [{ id: "keep-from-boss", when: {}, effect: "block" }] }));
  const ruleOf = (rule: string) => toOverrideEvent(policy, rule, { id: "x", time: "2026-11-24T00:00:00Z", minutes: 5 }).attributes["gatelodge.rule.id"];
  assert.deepEqual([ruleOf("keep-from-boss"), ruleOf("above-ceiling")], ["user-rule", "above-ceiling"]);
});
