import assert from "node:assert/strict";
import { test } from "node:test";
import { ruleTroubles } from "../../../../src/core/detect/compile/ruleTroubles.ts";
import type { PatternDetector } from "../../../../src/core/detect/detector.ts";

const good: PatternDetector = { id: "good", kind: "secret", tier: "likely", keywords: ["key_"], pattern: /(key_[a-z0-9]{8})/dy, source: "own", licence: "MIT", examples: () => ["key_8fj2kd9q"], counterExamples: () => ["key_"] };

test("a rule in order is not refused", () => {
  assert.deepEqual(ruleTroubles([good]), []);
});

const refused: Readonly<Record<string, readonly [Partial<PatternDetector>, RegExp]>> = {
  "without an example": [{ examples: () => [] }, /it has no example/],
  "without a counter-example": [{ counterExamples: () => [] }, /it has no counter-example/],
  "whose example is not found": [{ examples: () => ["key_1"] }, /its example "key_1" gives nothing/],
  "whose example is found twice": [{ examples: () => ["key_8fj2kd9q key_9fj2kd8q"] }, /gives good, good/],
  "whose counter-example is found": [{ counterExamples: () => ["key_8fj2kd9q"] }, /its counter-example "key_8fj2kd9q" is found/],
  "with an unbounded quantifier": [{ pattern: /(key_[a-z0-9]{8,})/dy }, /a quantifier has no limit/],
  "with a star": [{ pattern: /(key_[a-z0-9]*)/dy }, /a quantifier has no limit/],
  "with nested quantifiers over the same characters": [{ pattern: /(key_(?:[a-z0-9]{1,8}){1,8})/dy }, /nested quantifiers/],
  "with alternatives in a loop that start alike": [{ pattern: /(key_(?:[a-z0-9]|8f){8,30})/dy }, /start alike/],
  "with a loop around nothing": [{ pattern: /(key_(?:[a-z]?[0-9]?){8,30})/dy }, /may be empty/],
  "that refers back": [{ pattern: /(key_([a-z0-9])\2{0,7})/dy }, /refers back/],
  "that sets flags inside": [{ pattern: new RegExp("(key_(?i:[a-z0-9]){8})", "dy") }, /sets flags inside/],
  "with a short keyword": [{ keywords: ["ke"] }, /the keyword "ke" is shorter than 3/],
  "with a keyword in upper case": [{ keywords: ["Key_"] }, /not in lower case/],
  "without a keyword": [{ keywords: [] }, /it has no keyword/],
  "with a keyword that does not stand in its matches": [{ keywords: ["key_", "xyz"], examples: () => ["key_8fj2kd9q"], pattern: /((?:key_|abc_)[a-z0-9]{8})/dy, counterExamples: () => ["abc_8fj2kd9q"] }, /matches where none of its keywords stands/],
  "without the sticky flag": [{ pattern: /(key_[a-z0-9]{8})/d }, /needs the flags d and y/],
  "with an id that is no id": [{ id: "Good One" }, /an id is lower-case words/],
  "without a source": [{ source: "" }, /source and licence/],
  "without a licence": [{ licence: "" }, /source and licence/],
  "with a pattern in its check that has no limit": [{ check: ["spelled", ["a+"]] }, /a pattern of its check is refused: a quantifier has no limit/],
};

for (const [what, [change, reason]] of Object.entries(refused)) {
  test(`a rule ${what} is refused by name`, () => {
    const rule = { ...good, ...change };
    const troubles = ruleTroubles([rule]);
    assert.ok(troubles.some((line) => line.startsWith(`${rule.id}: `) && reason.test(line)), troubles.join("\n"));
  });
}

test("an id that another rule has is refused", () => assert.match(ruleTroubles([good, good]).join("\n"), /good: another rule has this id/));

test("an example that a more specific rule takes is refused", () => {
  assert.match(ruleTroubles([good, { ...good, id: "other" }]).join("\n"), /other: its example .* gives good/);
});
