import assert from "node:assert/strict";
import { test } from "node:test";
import { coalesce } from "../../../src/core/events/coalesce.ts";
import type { SpooledEvent } from "../../../src/core/otlp/toOtlpLogs.ts";

const decision = (id: string, more: Readonly<Record<string, unknown>> = {}, time = "2026-11-25T08:01:00.000Z"): SpooledEvent => ({
  name: "gatelodge.decision", time, attributes: { "gatelodge.event.id": id, "gatelodge.rule.id": "secrets", "gatelodge.findings.count": 2, "gatelodge.decision.duration": 1.5, "gatelodge.seq": 4, ...more },
});

test("decisions of one hour that are alike become one that says how many", () => {
  const [one, ...others] = coalesce([decision("a"), decision("b", { "file.extension": "env" }), decision("c", { "gatelodge.decision.count": 5 })], () => "new");
  assert.deepEqual(others, []);
  assert.deepEqual(one?.attributes, { "gatelodge.event.id": "new", "gatelodge.rule.id": "secrets", "gatelodge.findings.count": 6, "gatelodge.findings.length": 0, "gatelodge.findings.silenced": 0, "gatelodge.decision.count": 7 });
});

test("another rule, another hour and a single one stay as they are", () => {
  const events = [decision("a"), decision("b", { "gatelodge.rule.id": "hidden-text" }), decision("c", {}, "2026-11-25T09:00:00.000Z")];
  assert.deepEqual(coalesce(events, () => "new"), events);
});

test("hourly counts of one hour become a sum, overrides stay apart", () => {
  const usage = (id: string, allow: number): SpooledEvent => ({ name: "gatelodge.usage.hourly", time: "2026-11-25T08:00:00.000Z", attributes: { "gatelodge.event.id": id, "gatelodge.channel": "chat", "gatelodge.usage.allow": allow } });
  const override = (id: string): SpooledEvent => ({ name: "gatelodge.override", time: "2026-11-25T08:00:00.000Z", attributes: { "gatelodge.event.id": id } });
  assert.deepEqual(coalesce([usage("a", 1), override("x"), usage("b", 2), override("y")], () => "new"), [
    { name: "gatelodge.usage.hourly", time: "2026-11-25T08:00:00.000Z", attributes: { "gatelodge.event.id": "new", "gatelodge.channel": "chat", "gatelodge.usage.allow": 3 } }, override("x"), override("y"),
  ]);
});
