import assert from "node:assert/strict";
import { test } from "node:test";
import { addAssignment, isName, removeEntry, replaceValue } from "../../src/core/guardedEdit.ts";
import { parseGuardedFile } from "../../src/core/guardedFile.ts";

const edit = (text: string, index: number, value: string) => {
  const entry = parseGuardedFile(text)[index];
  assert.ok(entry);
  return replaceValue(text, entry, value);
};

test("an edit changes nothing but the value", () => {
  const text = "\uFEFF# c\r\nexport A = 'old' # why\r\n??\r\n\r\nB=2";
  assert.equal(edit(text, 1, "new"), "\uFEFF# c\r\nexport A = 'new' # why\r\n??\r\n\r\nB=2");
});

const quotes: readonly (readonly [string, string, string, string])[] = [
  ["an unquoted value that needs none", "A=1", "2", "A=2"],
  ["a value with a hash", "A=1", "a #b", "A='a #b'"],
  ["spaces at the ends", "A=1", " x ", "A=' x '"],
  ["a single quote inside single quotes", "A='1'", "it's", "A=it's"],
  ["a single quote and a hash", "A=1", "it's #1", 'A="it\'s #1"'],
  ["all quotes and a hash", "A=1", "'\"` #", "A=\"'\\\"` #\""],
  ["several lines", "A=1\r\nB=2", "x\ny", "A='x\r\ny'\r\nB=2"],
  ["what is empty", "A=1", "", "A="],
  ["quotes that were there", 'A="1"', "2", 'A="2"'],
  ["one line only for what is commented out", "# A=1", "x\ny", "# A=x y"],
  ["a quote at the start, which would reach to the next one", "A=1\nB=\"2\"", "\"x", "A='\"x'\nB=\"2\""],
];
for (const [what, before, value, after] of quotes) test(`quotes ${what}`, () => assert.equal(edit(before, 0, value), after));

test("the body of a key is replaced between its lines", () => {
  assert.equal(edit("-----BEGIN X-----\nab\n-----END X-----\n", 0, "cd\nef"), "-----BEGIN X-----\ncd\nef\n-----END X-----\n");
});

test("a new line comes last, with the file's own line end", () => {
  assert.equal(addAssignment("A=1", "B", "2"), "A=1\nB=2\n");
  assert.equal(addAssignment("A=1\r\n", "B", "x #"), "A=1\r\nB='x #'\r\n");
  assert.equal(addAssignment("", "B", "2"), "B=2\n");
});

test("removing takes the whole entry with its line end", () => {
  const text = "A=1\r\nB='x\r\ny'\r\nC=3";
  const [, second, third] = parseGuardedFile(text);
  assert.ok(second && third);
  assert.equal(removeEntry(text, second), "A=1\r\nC=3");
  assert.equal(removeEntry(text, third), "A=1\r\nB='x\r\ny'\r\n");
});

test("names that would not read back are refused", () => {
  for (const good of ["A", "DB_URL", "//registry/:_authToken", "a.b-c"]) assert.ok(isName(good), good);
  for (const bad of ["", "A B", "A=B", "#A", "A\nB", "-----BEGIN X-----", " A", "export A", "'A'"]) assert.ok(!isName(bad), bad);
});
