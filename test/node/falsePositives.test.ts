import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { mayMarkFalsePositive } from "../../src/core/falsePositive.ts";
import { createFalsePositives } from "../../src/node/falsePositives.ts";
import { layer, merged } from "../support/policies.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const finding = { detector: "acme-token", kind: "secret", tier: "certain", start: 2, end: 8 } as const;

test("a marked value is known again elsewhere, by another process and for its detector only", (context) => {
  const state = temporaryFolder(context);
  createFalsePositives(state).add("= CANARY", finding);
  const again = createFalsePositives(state);
  assert.equal(again.has("CANARY", { ...finding, start: 0, end: 6 }), true);
  assert.equal(again.has("= CANARY", { ...finding, detector: "other" }), false);
  assert.equal(again.has("= CANARX", finding), false);
});

test("the list shows no value and belongs to its owner", { skip: process.platform === "win32" }, (context) => {
  const state = temporaryFolder(context);
  createFalsePositives(state).add("= CANARY", finding);
  for (const name of ["falsePositives.json", "falsePositives.key"]) {
    assert.doesNotMatch(readFileSync(join(state, name), "latin1"), /CANARY/);
    assert.equal(statSync(join(state, name)).mode & 0o777, 0o600);
  }
});

test("a developer alone may mark; under an organisation only what it lets people override", () => {
  assert.equal(mayMarkFalsePositive(merged().policy, finding), true);
  assert.equal(mayMarkFalsePositive(merged(layer("organisation", { name: "acme" })).policy, finding), false);
  const permitting = layer("organisation", { permit: { overrides: { rules: ["secrets", "copied-secrets"], maxMinutes: 5 } } });
  assert.equal(mayMarkFalsePositive(merged(permitting).policy, finding), true);
  assert.equal(mayMarkFalsePositive(merged(permitting).policy, { ...finding, kind: "personal" }), false);
});
