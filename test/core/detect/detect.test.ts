import assert from "node:assert/strict";
import { test } from "node:test";
import { compileRule } from "../../../src/core/detect/compile/compileRule.ts";
import type { Check } from "../../../src/core/detect/checks/check.ts";
import { createDetect } from "../../../src/core/detect/createDetect.ts";
import { createEngine } from "../../../src/core/detect/engine.ts";
import { detect } from "../../../src/core/detect/detect.ts";
import { detectors } from "../../../src/core/detect/detectors.ts";
import { toRunnable, type Runnable, type RunnablePattern } from "../../../src/core/detect/runnable.ts";

interface Form extends Partial<Pick<RunnablePattern, "tier">> { readonly before?: readonly number[]; readonly pattern?: RegExp; readonly check?: Check }
const rule = (id: string, { pattern = /key(\d{2,4})/dy, tier = "likely", check = () => tier, before = [0] }: Form): RunnablePattern => ({ id, kind: "secret", tier, guards: before.map((distance) => ({ keywords: ["key"], distance })), reach: { behind: 0, ahead: 99 }, value: "group", pattern: () => pattern, check: () => check });
const engineOf = (all: readonly Runnable[]) => createDetect(createEngine(all));
const places = (all: readonly Runnable[], text: string) => engineOf(all)(text).map(({ detector, start, end }) => `${detector} ${start}-${end}`);

test("a finding is where group 1 is", () => assert.deepEqual(places([rule("a", {})], "a key12 b"), ["a 5-7"]));

test("group `value` counts before group 1, and without groups all of it does", () => {
  assert.deepEqual(places([rule("a", { pattern: /(key)(?<value>\d)/dy })], "key1"), ["a 3-4"]);
  assert.deepEqual(places([rule("a", { pattern: /key\d/dy })], "key1"), ["a 0-4"]);
});

test("keywords are found in any case, at both edges, and in a row", () => {
  assert.deepEqual(places([rule("a", { pattern: /key\d/diy })], "KEY1Key2kEy3"), ["a 0-4", "a 4-8", "a 8-12"]);
});

test("a keyword may stand inside of the match", () => {
  assert.deepEqual(places([rule("a", { before: [3, 2], pattern: /\d{2,3}key/dy })], "123key 12key 1key"), ["a 0-6", "a 7-12"]);
});

test("a keyword too near the start for a match is none", () => assert.deepEqual(places([rule("a", { before: [3], pattern: /...key/dy })], "1key"), []));

test("characters beyond ASCII do not pass for letters", () => {
  assert.deepEqual(places([rule("a", {})], "\u212Aey12 \u{1F511}key34"), ["a 11-13"]);
});

test("detectors that are off find nothing", () => {
  const both = engineOf([rule("a", {}), rule("b", { pattern: /key/dy })]);
  assert.deepEqual(both("key12 key", { off: new Set(["a"]) }).map(({ detector }) => detector), ["b", "b"]);
  assert.deepEqual(both("key12", { off: new Set(["a", "b"]) }), []);
});

test("no more findings than the limit, the first ones", () => {
  assert.deepEqual(engineOf([rule("a", {})])("key12 key34 key56", { limit: 2 }).map(({ start }) => start), [3, 9]);
});

test("where findings share characters the more certain stays, then the more specific, then the longer", () => {
  const certain = rule("certain", { tier: "certain", pattern: /key1/dy });
  const long = rule("long", { pattern: /key\d{4}/dy });
  const short = rule("short", { pattern: /key\d/dy });
  assert.deepEqual(places([long, certain], "key1234"), ["certain 0-4"]);
  assert.deepEqual(places([short, long], "key1234"), ["short 0-4"]);
  assert.deepEqual(places([rule("same", { before: [1, 0], pattern: /x?key1/dy })], "xkey1"), ["same 0-5"]);
});

test("a check may raise the tier or say that it is none", () => {
  const checked = engineOf([rule("a", { check: (value) => (value === "11" ? "certain" : value === "22" ? undefined : "possible") })]);
  assert.deepEqual(checked("key11 key22 key33").map(({ tier }) => tier), ["certain", "possible"]);
});

test("without a check, what only stands for a token is none", () => {
  const unchecked = compileRule({ id: "a", kind: "secret", tier: "likely", keywords: ["key"], pattern: /key_(\w{10,40})/dy, examples: () => [], counterExamples: () => [] });
  assert.deepEqual(places([toRunnable(unchecked)], "key_xxxxxxxxxxxx key_EXAMPLE0123 key_a8Fj2Kd9Qw"), ["a 37-47"]);
});

test("a detector without literals brings a scan of its own", () => {
  const digits: Runnable = { id: "digits", kind: "personal", tier: "likely", reach: 4, scan: (text) => [...text.matchAll(/\d{4}/g)].map(({ index }) => ({ tier: "certain", start: index, end: index + 4 })) };
  assert.deepEqual(engineOf([digits])("a 1234"), [{ detector: "digits", kind: "personal", tier: "certain", start: 2, end: 6 }]);
});

test("two engines share nothing, and one text after the other starts afresh", () => {
  const one = engineOf([rule("a", {})]);
  assert.equal(one("key12").length, 1);
  assert.equal(one("key12").length, 1);
  assert.equal(engineOf([])("key12").length, 0);
});

test("what stands before and behind changes nothing about a finding", () => {
  const clean = "const total = items.reduce((sum, item) => sum + item.price, 0);\n".repeat(200);
  for (const detector of detectors) {
    for (const text of detector.examples()) {
      const alone = detect(`\n${text}\n`).map(({ detector: id, tier, start, end }) => ({ id, tier, start: start - 1, end: end - 1 }));
      const inside = detect(`${clean}\n${text}\n${clean}`).map(({ detector: id, tier, start, end }) => ({ id, tier, start: start - clean.length - 1, end: end - clean.length - 1 }));
      assert.deepEqual(inside, alone, JSON.stringify(text));
    }
  }
});
