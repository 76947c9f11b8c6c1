/** For a few rules, others in each run, a text made to hold it up; test/fuzz tries all texts on all rules. `GATELODGE_SEED` brings a run back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { detectors } from "../../../src/core/detect/detectors.ts";
import type { PatternDetector } from "../../../src/core/detect/detector.ts";
import { attacksOn } from "./generated/attacks.ts";
import { createRandom, testSeed } from "./generated/random.ts";
import { countedSize, stepLimit, stepsUnderAttack } from "./generated/stepsUnderAttack.ts";
import { attackLimit, attackSize, detectOnly, timeOf } from "./generated/timeUnderAttack.ts";

const seed = testSeed();
const bad: PatternDetector = { id: "bad", kind: "secret", tier: "likely", keywords: ["key"], pattern: /key[a-z]{0,99999}!/dy, examples: () => ["keyx!"], counterExamples: () => [] };

test("100 kB made to hold up a rule do not", () => {
  const random = createRandom(seed);
  for (const detector of detectors) {
    if (random.below(6) > 0) continue;
    const detect = detectOnly(detector);
    const text = random.oneOf(attacksOn(detector, random, attackSize))();
    const time = timeOf(() => detect(text));
    assert.ok(time <= attackLimit, `${detector.id}: ${time} ms for ${JSON.stringify(text.slice(0, 60))}, seed ${seed}`);
  }
});

test("half a megabyte of starts of encoded keys does not hold it up", () => {
  const detect = detectOnly(...detectors.filter(({ id }) => id === "encoded-private-key"));
  for (const start of ["LS0tLS1CRUdJTi", btoa(`-----BEGIN RSA PRIVATE ${"KEY"}`)]) {
    const text = start.repeat(Math.ceil(500_000 / start.length));
    const time = timeOf(() => detect(text));
    assert.ok(time <= attackLimit * 5, `${time} ms`);
  }
});

test("characters are looked at a limited number of times, which a clock on a busy machine cannot tell", () => {
  const random = createRandom(seed);
  for (const detector of detectors) {
    if (!("keywords" in detector) || random.below(12) > 0) continue;
    const text = random.oneOf(attacksOn(detector, random, countedSize))();
    const count = stepsUnderAttack(detector)(text);
    assert.ok(count <= stepLimit, `${detector.id}: ${count} steps a character for ${JSON.stringify(text.slice(0, 60))}, seed ${seed}`);
  }
});

test("the number of times is one that a bad pattern does not keep", () => {
  const counts = attacksOn(bad, createRandom(seed), countedSize).map((attack) => stepsUnderAttack(bad)(attack()));
  assert.ok(Math.max(...counts) > stepLimit, counts.join(", "));
});

test("the limit is one that a bad pattern does not keep", () => {
  const times = attacksOn(bad, createRandom(seed), attackSize).slice(0, 4).map((attack) => timeOf(() => detectOnly(bad)(attack()), attackLimit, 1));
  assert.ok(Math.max(...times) > attackLimit, `${times.join(", ")} ms`);
});
