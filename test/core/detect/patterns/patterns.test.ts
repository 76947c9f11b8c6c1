import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePattern } from "../../../../src/core/detect/patterns/parsePattern.ts";
import { patternReach, shortest } from "../../../../src/core/detect/patterns/patternReach.ts";
import { patternTrouble } from "../../../../src/core/detect/patterns/patternSafety.ts";

const reach = (pattern: RegExp) => {
  const tree = parsePattern(pattern.source, pattern.flags);
  assert.ok(typeof tree !== "string", pattern.source);
  return [patternReach(tree).behind, patternReach(tree).ahead, shortest(tree)];
};

test("how far a pattern looks", () => {
  assert.deepEqual(reach(/abc/), [0, 3, 3]);
  assert.deepEqual(reach(/a{2,5}|bc/), [0, 5, 2]);
  assert.deepEqual(reach(/(?<![a-z]{2})(?<name>k[\]x-]{1,9})(?!\w)/), [2, 11, 2]);
  assert.deepEqual(reach(/(?<!(?<!\\|%[0-9A-F][0-9A-F])[A-Z])ab/), [4, 2, 2]);
  assert.deepEqual(reach(/ab(?<=xyzab)c$/), [3, 4, 3]);
  assert.deepEqual(reach(/(?:a(?=bcd)){0,3}/), [0, 6, 0]);
  assert.deepEqual(reach(/\u0041\x42C?[\w\d]{2}/), [0, 5, 4]);
});

test("patterns that cannot hold anything up pass", () => {
  for (const pattern of [/(?:[^-]|-(?!----)){40,20000}/, /(?:[a-z]{1,9}\.){1,9}x/, /(?:\d{1,4}\r?\n){1,99}/, /(?:[a-z]{4}){1,9}/, /[a-z]{0,30}[a-z]{1,9}/]) assert.equal(patternTrouble(pattern.source, pattern.flags), undefined, pattern.source);
});

test("patterns that could are refused", () => {
  for (const pattern of [/a+/, /a*/, /a{2,}/, /(?:a{1,9}){1,9}/, /(?:a{1,9}b?){1,9}/, /(?:-?a{1,9}){1,9}/, /(?:a|ab|b){1,50}/, /(?:a?){1,50}/, /(?=(?:a{1,9}){1,9})/, /(a)\1/]) assert.notEqual(patternTrouble(pattern.source, pattern.flags), undefined, pattern.source);
});

test("case that is free makes characters overlap that differ as written", () => {
  assert.equal(patternTrouble("(?:[a-z]{1,9}[A-Z]){1,9}", ""), undefined);
  assert.notEqual(patternTrouble("(?:[a-z]{1,9}[A-Z]?){1,9}", "i"), undefined);
});
