/** No text, however it is made, holds up the thread that types: every attack on every rule. `GATELODGE_SEED` brings a run back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { detectors } from "../../src/core/detect/detectors.ts";
import { attacksOn } from "../core/detect/generated/attacks.ts";
import { createRandom, testSeed } from "../core/detect/generated/random.ts";
import { countedSize, stepLimit, stepsUnderAttack } from "../core/detect/generated/stepsUnderAttack.ts";
import { attackLimit, attackSize, detectOnly, timeOf } from "../core/detect/generated/timeUnderAttack.ts";

const seed = testSeed();

for (const detector of detectors) {
  if ("keywords" in detector) {
    test(`a text made to hold up ${detector.id} is looked at a limited number of times`, () => {
      const steps = stepsUnderAttack(detector);
      for (const attack of attacksOn(detector, createRandom(seed), countedSize)) {
        const count = steps(attack());
        assert.ok(count <= stepLimit, `${count} steps a character for ${JSON.stringify(attack().slice(0, 60))}, seed ${seed}`);
      }
    });
  }
  test(`100 kB made to hold up ${detector.id} do not`, () => {
    const detect = detectOnly(detector);
    for (const attack of attacksOn(detector, createRandom(seed), attackSize)) {
      const text = attack();
      const time = timeOf(() => detect(text));
      assert.ok(time <= attackLimit, `${time} ms for ${JSON.stringify(text.slice(0, 60))}, seed ${seed}`);
    }
  });
}
