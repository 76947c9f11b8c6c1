/** One text a rule, made to hold it up, another in each run; test/fuzz tries all of them. `GATELODGE_SEED` brings a run back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { detectors } from "../../../src/core/detect/detectors.ts";
import type { Detector } from "../../../src/core/detect/detector.ts";
import { attacksOn } from "./generated/attacks.ts";
import { createRandom, testSeed } from "./generated/random.ts";
import { attackLimit, attackSize, detectOnly, timeOf } from "./generated/timeUnderAttack.ts";

const seed = testSeed();

test("100 kB made to hold up a rule do not", () => {
  const random = createRandom(seed);
  for (const detector of detectors) {
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

test("the limit is one that a bad pattern does not keep", () => {
  const bad: Detector = { id: "bad", kind: "secret", tier: "likely", keywords: ["key"], pattern: /key[a-z]{0,99999}!/dy, examples: () => ["keyx!"], counterExamples: () => [] };
  const times = attacksOn(bad, createRandom(seed), attackSize).slice(0, 4).map((attack) => timeOf(() => detectOnly(bad)(attack()), attackLimit, 1));
  assert.ok(Math.max(...times) > attackLimit, `${times.join(", ")} ms`);
});
