import assert from "node:assert/strict";
import { test } from "node:test";
import { compileRule } from "../../../src/core/detect/compile/compileRule.ts";
import { detect } from "../../../src/core/detect/detect.ts";
import type { Detector } from "../../../src/core/detect/detector.ts";
import { createEngine } from "../../../src/core/detect/engine.ts";
import { toRunnable } from "../../../src/core/detect/runnable.ts";

const letters = { id: "letters", kind: "secret", tier: "likely", keywords: ["ab_"], pattern: /ab_[a-z_]{20,400}/dy, check: "asFound", examples: () => [], counterExamples: () => [] } as const satisfies Detector;

/** Where a pattern is tried, and matches. */
function triedIn(text: string, detector: Detector): readonly number[] {
  const tried: number[] = [];
  const runnable = toRunnable(compileRule(detector));
  assert.ok(!("scan" in runnable));
  createEngine([{ ...runnable, check: () => (_, { index }) => void tried.push(index) }]).search(text, undefined);
  return tried;
}

test("a pattern is not tried where it starts twice more within its shortest match", () => {
  assert.deepEqual(triedIn(`ab_ab_ab_${"x".repeat(20)}`, letters), [3, 6]);
  assert.deepEqual(triedIn(`ab_${"x".repeat(20)}_ab_${"x".repeat(20)}_ab_${"x".repeat(20)}`, letters), [0, 24, 48]);
});

test("keywords of which one starts with the other are one place", () => {
  assert.deepEqual(triedIn(`ab_cd${"x".repeat(20)}`, { ...letters, keywords: ["ab_", "ab_cd"] }), [0]);
});

test("tokens that stand in a row are all found", () => {
  const row = ["Aa1", "Bb2", "Cc3"].map((end) => `glpat-${"qZ7nWkX2mVr5TyLb8"}${end}`);
  assert.equal(detect(row.join(",")).filter(({ detector }) => detector === "gitlab-token").length, 3);
});

test("a key behind many names of its vendor is found", () => {
  const key = `${"3f2a9c41"}-7b6d-4e58-9a0c-d15e7f82b643`;
  const [one, many] = [`COINAPI_KEY=${key}`, `${"coinapi ".repeat(20)}COINAPI_KEY=${key}`].map((text) => detect(text).filter(({ detector }) => detector === "coinapi-key"));
  assert.equal(one?.length, 1);
  assert.deepEqual(many?.map(({ start, tier }) => ({ start: start - 160, tier })), one?.map(({ start, tier }) => ({ start, tier })));
});
