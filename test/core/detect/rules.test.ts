import assert from "node:assert/strict";
import { test } from "node:test";
import { detect } from "../../../src/core/detect/detect.ts";
import { detectorIds, detectors } from "../../../src/core/detect/detectors.ts";

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
    for (const text of detector.examples()) assert.deepEqual(found(text), [detector.id], JSON.stringify(text));
    for (const text of detector.counterExamples()) assert.ok(!found(text).includes(detector.id), JSON.stringify(text));
  });
}

test("a rule's literals are lower case and long enough to be searched for", () => {
  for (const detector of detectors) {
    if (!("keywords" in detector)) continue;
    assert.ok(detector.keywords.length > 0, detector.id);
    for (const keyword of detector.keywords) assert.ok(keyword.length >= 3 && keyword === keyword.toLowerCase(), `${detector.id}: ${keyword}`);
  }
});

test("patterns are sticky, tell places, and limit every repetition", () => {
  for (const detector of detectors) {
    if (!("pattern" in detector)) continue;
    const { flags, source } = detector.pattern;
    assert.ok(flags.includes("y") && flags.includes("d") && !flags.includes("g"), detector.id);
    const outsideClasses = source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/g, "·");
    // `+` and `*` may follow only a single character or class that nothing else in the pattern starts with: spaces in a header.
    assert.doesNotMatch(outsideClasses, /\)[*+]|\*|\{\d+,\}/, detector.id);
  }
});
