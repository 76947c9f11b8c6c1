import assert from "node:assert/strict";
import { test } from "node:test";
import { createDetectMore } from "../../../src/core/detect/detectMore.ts";
import { ownPatternTrouble } from "../../../src/core/detect/own/ownPatternTrouble.ts";
import type { DetectorsEntry } from "../../../src/core/policy/policyDocument.ts";
import { layer, merged } from "../../support/policies.ts";

const found = (detectors: DetectorsEntry, text: string) => createDetectMore(merged(layer("organisation", { detectors })).policy)(text, undefined).map(({ detector, kind, tier, start, end }) => `${detector} ${kind} ${tier} ${text.slice(start, end)}`);
const names = { words: [{ id: "projects", words: ["Blue Heron", "osprey", "R&D-7"] }] };
const numbers = { patterns: [{ id: "customer-number", pattern: String.raw`\bNW-\d{6,8}\b`, kind: "personal", tier: "certain" }] } as const;

test("words are found whole, whatever their case", () => {
  assert.deepEqual(found(names, "The BLUE HERON team, ospreys, Osprey's nest, xosprey, r&d-7."), ["org:projects marker likely BLUE HERON", "org:projects marker likely Osprey", "org:projects marker likely r&d-7"]);
  assert.deepEqual(found(names, "größenosprey osprey_id ospreyé"), []);
});

test("a pattern is found wherever it matches, with what it says about itself", () => {
  assert.deepEqual(found(numbers, "NW-123456 and ANW-123456, NW-12345678, NW-123456789"), ["org:customer-number personal certain NW-123456", "org:customer-number personal certain NW-12345678"]);
});

test("a keyword may stand anywhere in the match, and only matches that hold one count", () => {
  const ticket = { patterns: [{ id: "ticket", pattern: String.raw`[A-Z]{2,5}-\d{1,6} \(heron\)`, ignoreCase: true }] };
  assert.deepEqual(found(ticket, "see AB-12 (Heron), ABCDE-123456 (HERON) and AB-1 (other)"), ["org:ticket marker likely AB-12 (Heron)", "org:ticket marker likely ABCDE-123456 (HERON)"]);
});

test("what is found does not depend on how much stands around it", () => {
  const filler = "NW- 12 NW-1 heron ".repeat(300);
  assert.deepEqual(found(numbers, `${filler}NW-123456 ${filler}`), ["org:customer-number personal certain NW-123456"]);
});

const refused: readonly (readonly [pattern: string, reason: RegExp])[] = [
  ["NW-\\d+", /no limit/], ["NW-.*", /no limit/], ["(?:NW-a{1,9}){1,9}b", /NW-|ways|nested/], ["(abc", /no regular expression/], ["(abc)\\1", /refers back/], ["\\d{6}", /keywords/], ["(?:NW-1)?", /nothing at all/],
  ["NW-\\w{0,30}\\w{0,30}\\w{0,30}x", /ways/], ["NW-[a-z]{1,600}", /at most/],
];
for (const [pattern, reason] of refused) test(`a pattern that could take long, or none, is refused: ${pattern}`, () => assert.match(ownPatternTrouble({ id: "x", pattern }) ?? "accepted", reason));

test("ordinary patterns are accepted", () => {
  for (const pattern of [String.raw`\bNW-\d{6,8}\b`, "(?:project|codename)[ -]{0,2}[A-Z]{3,12}", String.raw`corp\.northwind\.[a-z]{2,20}`, String.raw`https://[a-z-]{1,40}\.northwind\.example/[\w/-]{0,200}`]) assert.equal(ownPatternTrouble({ id: "x", pattern, keywords: pattern.includes("project") ? ["project", "codename"] : undefined } as never), undefined, pattern);
});

test("accepted patterns stay fast on texts made for them", () => {
  const patterns = [{ id: "a", pattern: "heron[a-z]{0,12}[a-n]{0,12}z1" }, { id: "b", pattern: String.raw`heron[ ,]{0,10}[\w ]{0,20}!` }];
  assert.deepEqual(patterns.map((entry) => ownPatternTrouble(entry)), [undefined, undefined]);
  const detectMore = createDetectMore(merged(layer("organisation", { detectors: { patterns } })).policy);
  for (const text of ["heron", "heronaaaaaaaaaaaa", "heron,      "]) {
    const start = process.cpuUsage();
    detectMore(text.repeat(Math.ceil(100_000 / text.length)), undefined);
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < 500_000, `${text}: ${(user + system) / 1000} ms`);
  }
});

test("only the machine's and the organisation's policy define any, and the others are told", () => {
  for (const source of ["user", "repository"] as const) {
    const { policy, ignored } = merged(layer(source, { detectors: { ...names, ...numbers } }, "/repo"));
    assert.deepEqual([policy.ownWords, policy.ownPatterns], [[], []]);
    assert.deepEqual(ignored.map(({ path }) => path.join(".")), ["detectors.patterns", "detectors.words"]);
  }
  assert.equal(merged({ ...layer("machine", { detectors: names }), unverified: true }).policy.ownWords.length, 0);
  assert.equal(merged(layer("organisation", {}), layer("machine", { detectors: names })).policy.ownWords.length, 1);
});

test("phone numbers are off until a policy names them; any layer may, and turning off still needs a permission", () => {
  assert.ok(merged().policy.detectorsOff.has("phone-number"));
  assert.equal(merged(layer("repository", { detectors: { on: ["phone-number"] } }, "/repo")).policy.detectorsOff.has("phone-number"), false);
  assert.ok(merged(layer("organisation", { extends: "none" })).policy.detectorsOff.has("phone-number"));
});
