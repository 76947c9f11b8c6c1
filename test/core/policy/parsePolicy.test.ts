import assert from "node:assert/strict";
import { test } from "node:test";
import { builtinPolicy } from "../../../src/core/policy/builtinPolicy.ts";
import { parsePolicy, toInstant } from "../../../src/core/policy/parsePolicy.ts";

const errorsOf = (value: unknown) => {
  const parsed = parsePolicy(value);
  return parsed.ok ? [] : parsed.errors.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

test("the built-in policy is a valid policy", () => assert.deepEqual(errorsOf(builtinPolicy), []));
test("a typing error is named with a suggestion", () => assert.deepEqual(errorsOf({ version: 1, clasification: [] }), ['clasification: unknown key "clasification"; did you mean classification?']));
test("a wrong effect is named with the choices", () => assert.match(errorsOf({ version: 1, rules: [{ id: "a", when: {}, effect: "blok" }] })[0] ?? "", /rules\.0\.effect: must be one of .*did you mean block/));
test("a missing version is an error", () => assert.deepEqual(errorsOf({}), [": needs version"]));
test("nothing but a mapping is a policy", () => { for (const value of [null, undefined, 3, "x", [], true]) assert.equal(errorsOf(value).length, 1); });
test("an id used twice is an error", () => assert.match(errorsOf({ version: 1, rules: [{ id: "a", when: {}, effect: "warn" }, { id: "a", when: {}, effect: "warn" }] })[0] ?? "", /used twice/));
test("an exception needs owner, reason and end", () => assert.match(errorsOf({ version: 1, exceptions: [{ id: "e", rules: ["x"] }] }).join(), /needs owner.*needs reason.*needs expires/));
test("an exception's end must be a date", () => assert.match(errorsOf({ version: 1, exceptions: [{ id: "e", rules: ["x"], owner: "a", reason: "b", expires: "soon" }] })[0] ?? "", /ISO date/));
for (const glob of ["{a,b}".repeat(20), "{".repeat(50), "{a,b,c,d,e,f,g,h}".repeat(6), "{a,{b,{c,{d,{e,{f,{g,h}}}}}}}", "{1..99}{1..99}/x", "{1..99999999}"]) test(`a glob that explodes is refused: ${glob.slice(0, 30)}`, () => {
  assert.match(errorsOf({ version: 1, classification: [{ id: "e", label: "x", paths: [glob] }] })[0] ?? "", /braces/);
});
test("a glob with a few alternatives is none that explodes", () => assert.deepEqual(errorsOf({ version: 1, classification: [{ id: "e", label: "x", paths: ["src/{a,b,c}/{d,e,f}/*.{ts,tsx,js}", "../x"] }] }), []));
test("a backslash in a glob is explained", () => assert.match(errorsOf({ version: 1, classification: [{ id: "e", label: "x", paths: ["src\\a"] }] })[0] ?? "", /use \//));
test("keys of the prototype are unknown keys", () => assert.match(errorsOf(JSON.parse('{"version":1,"__proto__":{},"constructor":1}')).join(), /unknown key/));
test("a date ends at its end", () => assert.equal(toInstant("2027-03-31"), Date.parse("2027-03-31T23:59:59.999Z")));

const own = (detectors: unknown) => errorsOf({ version: 1, detectors });
test("a pattern that has no limit is named with its place", () => assert.match(own({ patterns: [{ id: "a", pattern: "abc.*" }] })[0] ?? "", /^detectors\.patterns\.0\.pattern: is refused: a quantifier has no limit/));
test("names of an organisation's detectors are words joined by dashes, once each", () => assert.deepEqual(own({ patterns: [{ id: "a", pattern: "abc" }], words: [{ id: "a", words: ["heron"] }, { id: "B c", words: ["heron"] }] }), ["detectors.words.1.id: must be lower-case words joined by dashes", "detectors.words.0.id: a is used twice"]));
test("a word needs a letter or digit, and a policy may hold only so many", () => {
  assert.match(own({ words: [{ id: "a", words: ["---"] }] })[0] ?? "", /needs a letter or digit/);
  assert.match(own({ words: [0, 1, 2].map((index) => ({ id: `w${index}`, words: Array.from({ length: 2000 }, (_, at) => `word${index}x${at}`) })) })[0] ?? "", /at most 5000 words/);
});
test("an entry may name detectors alone", () => assert.deepEqual(errorsOf({ version: 1, classification: [{ id: "e", label: "restricted", detectors: ["org:*"] }] }), []));
