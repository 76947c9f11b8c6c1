import assert from "node:assert/strict";
import { test } from "node:test";
import type { Judgement } from "../../../src/extension/documents.ts";
import type { Effect } from "../../../src/core/request.ts";
import { toFace } from "../../../src/extension/views/statusFace.ts";

const judgement = (effect: Effect, enforced: Effect): Judgement => ({
  label: "restricted", stopped: [], allowed: [], permitted: false,
  decision: { effect, enforced, rule: "r", label: "restricted", reasons: [{ rule: "r", effect, text: "Keys." }], findings: [], policy: "p" },
});

test("in monitor mode the status says that it is only recorded, to eyes and ears", () => {
  const face = toFace(judgement("block", "allow"), "allowed", undefined);
  assert.match(face.text, /restricted: only recorded/);
  assert.match(face.spoken, /monitor mode.*recorded/i);
  assert.match(face.tooltip, /monitor mode/i);
});

test("what is allowed is not said to be recorded, nor is a warning", () => {
  assert.equal(toFace(judgement("allow", "allow"), "allowed", undefined).text, "$(shield) restricted");
  assert.match(toFace(judgement("warn", "warn"), "allowed", undefined).text, /with care/);
});

test("a guard that fails says why, whatever the mode", () => {
  assert.match(toFace(judgement("block", "block"), "failed", "settings.json is broken").spoken, /could not be stopped: settings\.json is broken/);
});
