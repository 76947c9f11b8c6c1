/** What holds for every rule and every text, tried on texts made up anew each time. `GATELODGE_SEED` brings a run back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { compileRule } from "../../../src/core/detect/compile/compileRule.ts";
import { createEngine } from "../../../src/core/detect/engine.ts";
import { changeBetween } from "../../../src/core/detect/createRescan.ts";
import { detect, rescan, scan } from "../../../src/core/detect/detect.ts";
import { detectors } from "../../../src/core/detect/detectors.ts";
import { parsePattern } from "../../../src/core/detect/patterns/parsePattern.ts";
import { toRunnable } from "../../../src/core/detect/runnable.ts";
import { createRandom, testSeed, type Random } from "./generated/random.ts";
import { textOf } from "./generated/textOf.ts";

const seed = testSeed();
const code = ["const total = items.reduce((sum, item) => sum + item.price, 0);\n", "  \"name\": \"value\",\n", "# Secrets and tokens: a key, a password, an auth header\n", "\n", "é 密码 \u{1F511}\n", "} else {\n", "x=\""];

/** What a rule's pattern takes, or nearly: its examples rarely reach the limits. */
function textsFor(detector: (typeof detectors)[number], random: Random): readonly string[] {
  if (!("keywords" in detector)) return [];
  const tree = parsePattern(detector.pattern.source, detector.pattern.flags);
  assert.ok(typeof tree !== "string");
  return [random.below(3), 3 + random.below(20)].map((most) => textOf(tree, random, most));
}

test("trying a pattern only where a keyword stands and its guard lets it finds what trying it everywhere finds", () => {
  const random = createRandom(seed);
  const missed: string[] = [];
  for (const detector of detectors) {
    const compiled = toRunnable(compileRule(detector));
    if ("scan" in compiled) continue;
    const texts = [random.oneOf([...detector.examples(), ...detector.counterExamples()]), ...textsFor(detector, random)].map((text) => random.oneOf(["", ...code]) + text + random.oneOf(["", ...code]));
    const tried = new Set<number>();
    const { search } = createEngine([{ ...compiled, check: () => (_, match) => void tried.add(match.index) }]);
    const anywhere = new RegExp(compiled.pattern().source, compiled.pattern().flags.replace("y", "g"));
    for (const text of texts) {
      tried.clear();
      search(text, undefined);
      if (matchesOf(anywhere, text).some((index) => !tried.has(index))) missed.push(`${detector.id} in ${JSON.stringify(text)}`);
    }
  }
  assert.deepEqual(missed, [], `seed ${seed}`);
});

/** Every place at which it matches, within other matches too. */
function matchesOf(pattern: RegExp, text: string): readonly number[] {
  const places: number[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    places.push(match.index);
    pattern.lastIndex = match.index + 1;
  }
  return places;
}

test("a rescan after any edit says what a scan of all of it says", () => {
  const random = createRandom(seed);
  const pool = [...code, ...code, ...detectors.flatMap((detector) => [...detector.examples(), ...detector.counterExamples()])];
  let text = Array.from({ length: 400 }, () => random.oneOf(pool)).join(random.oneOf(["\n", " ", ""]));
  let known = scan(text);
  for (let round = 0; round < 250; round += 1) {
    const start = random.below(text.length + 1);
    const removed = Math.min(text.length - start, random.oneOf([0, 0, 1, 1, 2, 10, 200, 3000]));
    const inserted = random.oneOf(["", "a", "\"", " ", "\n", "=", random.oneOf(pool), random.oneOf(pool).slice(0, random.below(40)), text.slice(start, start + random.below(60))]);
    text = text.slice(0, start) + inserted + text.slice(start + removed);
    known = rescan(known, { start, removed, inserted: inserted.length }, text);
    assert.deepEqual(known.findings, detect(text), `round ${round}, seed ${seed}`);
  }
});

test("the change between two texts makes one of the other", () => {
  const random = createRandom(seed);
  for (let round = 0; round < 300; round += 1) {
    const before = random.oneOf(["a", "ab", "abc"]).repeat(random.below(3000));
    const at = random.below(before.length + 1);
    const after = before.slice(0, at) + random.oneOf(["", "a", "b", "xyz"]) + before.slice(at + random.below(5));
    const { start, removed, inserted } = changeBetween(before, after);
    assert.equal(before.slice(0, start) + after.slice(start, start + inserted) + before.slice(start + removed), after, `seed ${seed}`);
    assert.ok(removed <= 5 && inserted <= 5);
  }
});

test("random characters, halves of pairs among them, never make it throw, and findings lie inside of the text", () => {
  const random = createRandom(seed);
  const char = () => String.fromCharCode(random.oneOf([random.below(128), random.below(256), random.below(65_536), 0xd800 + random.below(2048), 0xdb40, 0xfe00 + random.below(16), 0x200b + random.below(5)]));
  for (let round = 0; round < 200; round += 1) {
    const parts = Array.from({ length: 60 }, () => (random.below(4) === 0 ? random.oneOf(random.oneOf(detectors).examples()).slice(0, 1 + random.below(60)) : Array.from({ length: random.below(12) }, char).join("")));
    const text = parts.join("");
    for (const { start, end } of detect(text)) assert.ok(start >= 0 && start < end && end <= text.length, `seed ${seed}`);
  }
});
