import assert from "node:assert/strict";
import { test } from "node:test";
import { compileRule } from "../../../src/core/detect/compile/compileRule.ts";
import { namesOf } from "../../../src/core/detect/compile/ruleTroubles.ts";
import { compiledRules } from "../../../src/core/detect/compiledRules.ts";
import { detect } from "../../../src/core/detect/detect.ts";
import { detectorIds } from "../../../src/core/detect/detectorIds.ts";
import { detectors } from "../../../src/core/detect/detectors.ts";

const found = (text: string) => detect(text).map(({ detector }) => detector);

test("ids are unique, stable in form, and none borrows the second source's prefix", () => {
  assert.equal(new Set(detectorIds).size, detectorIds.length);
  for (const id of detectorIds) assert.match(id, /^(?!secretlint-)[a-z0-9]+(?:-[a-z0-9]+)*$/);
  for (const id of ["aws-access-key-id", "github-token", "stripe-key"]) assert.ok(detectorIds.includes(id), id);
});

for (const detector of detectors) {
  test(`${detector.id} finds its examples, once each, and none of its counter-examples`, () => {
    assert.ok(detector.examples().length > 0, "a rule without an example");
    assert.ok(detector.counterExamples().length > 0, "a rule without a counter-example");
    for (const text of detector.examples()) assert.deepEqual(namesOf(found(text), detector.beside), [detector.id], JSON.stringify(text));
    for (const text of detector.counterExamples()) assert.ok(!found(text).includes(detector.id), JSON.stringify(text));
  });
}

test("the module that runs is what the rules say now", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(compiledRules)), JSON.parse(JSON.stringify(detectors.map((detector) => compileRule(detector)))), "node scripts/compileDetectors.mjs makes it");
});

test("nothing of an example is in what runs", () => {
  const module = JSON.stringify(compiledRules);
  for (const { id, examples, counterExamples } of detectors) {
    for (const text of [...examples(), ...counterExamples()]) assert.ok(text.length < 32 || !module.includes(JSON.stringify(text).slice(1, -1)), `${id}: ${text}`);
  }
});
