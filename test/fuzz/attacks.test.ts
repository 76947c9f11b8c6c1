import assert from "node:assert/strict";
import { test } from "node:test";
import { compileRule } from "../../src/core/detect/compile/compileRule.ts";
import { createDetect } from "../../src/core/detect/createDetect.ts";
import { detectors } from "../../src/core/detect/detectors.ts";
import type { Detector } from "../../src/core/detect/detector.ts";
import { toRunnable } from "../../src/core/detect/runnable.ts";

const engineOf = (...rules: readonly Detector[]) => createDetect(rules.map((rule) => toRunnable(compileRule(rule))));

const size = 32_768;
const limit = 50;
const fillers = ["a", "A-", " ", "=\"", "a:"];

/** What makes a pattern start as often as possible, or go as far as possible before it fails. */
function attacks(detector: Detector): readonly string[] {
  const [example = ""] = detector.examples();
  const starts = "keywords" in detector ? [detector.keywords[0] ?? "", example.slice(0, -1)] : [example, "\u200B", "\u202A", "\u2066a"];
  return starts.flatMap((start) => [repeat(start), repeat(`${start}="`), ...fillers.flatMap((filler) => [start + repeat(filler), repeat(`${start}${filler}`)])]);
}

const repeat = (text: string) => text.repeat(Math.ceil(size / text.length)).slice(0, size);

/** Processor time, and the best of three: this machine may be busy, a pattern that is too slow is so each time. */
function timeOf(work: () => void, attempts = 3): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1000;
  return time <= limit || attempts === 1 ? time : Math.min(time, timeOf(work, attempts - 1));
}

for (const detector of detectors) {
  test(`32 kB made to hold up ${detector.id} do not`, () => {
    const detect = engineOf(detector);
    detect("");
    for (const text of attacks(detector)) {
      const time = timeOf(() => detect(text));
      assert.ok(time <= limit, `${time} ms for ${JSON.stringify(text.slice(0, 60))}`);
    }
  });
}

test("half a megabyte of starts of encoded keys does not hold it up", () => {
  const detect = engineOf(...detectors.filter(({ id }) => id === "encoded-private-key"));
  for (const start of ["LS0tLS1CRUdJTi", btoa(`-----BEGIN RSA PRIVATE ${"KEY"}`)]) {
    const text = start.repeat(Math.ceil(500_000 / start.length));
    const time = timeOf(() => detect(text));
    assert.ok(time <= limit * 5, `${time} ms`);
  }
});

test("the limit is one that a bad pattern does not keep", () => {
  const bad: Detector = { id: "bad", kind: "secret", tier: "likely", keywords: ["key"], pattern: /key[a-z]{0,99999}!/dy, examples: () => [], counterExamples: () => [] };
  const detect = engineOf(bad);
  assert.ok(timeOf(() => detect(repeat("key"))) > limit);
});
