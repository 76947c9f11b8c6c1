import assert from "node:assert/strict";
import { test } from "node:test";
import { jsonStrings, replaceStrings, TooDeepError, withoutTwins, withTexts } from "../../src/protocols/jsonStrings.ts";

test("every string is found where it stands, names too, and of twins both", () => {
  const source = '{"a":"x","b":[1,"y",{"c":"\\"]}\\\\"}],"a":"z","d":{},"e":[[],"\\u0041"]}';
  assert.deepEqual(jsonStrings(source).map(({ path, text, isName }) => `${path.join(".")}${isName === true ? "" : `=${text}`}`), ["a", "a=x", "b", "b.1=y", "b.2.c", 'b.2.c="]}\\', "a", "a=z", "d", "e", "e.1=A"]);
  for (const { start, end, text } of jsonStrings(source)) assert.equal(JSON.parse(source.slice(start, end)), text);
  assert.deepEqual(jsonStrings('"alone"').map(({ path, text }) => [path, text]), [[[], "alone"]]);
});

test("strings are exchanged, and nothing else", () => {
  const source = '{ "n": 12345678901234567890, "a" : "x", "b":["x", "y"] }';
  assert.equal(withTexts(source, [{ path: ["b", 0], text: 'n"ew' }, { path: ["n"], text: "no string" }]), '{ "n": 12345678901234567890, "a" : "x", "b":["n\\"ew", "y"] }');
  assert.equal(withTexts(source, [{ path: ["a"], text: "x" }]), source);
  assert.equal(replaceStrings(source, []), source);
});

test("what JSON.parse finds is found, whatever the value", () => {
  const value = { "é\n": ["\u2028", "", { deep: { er: [[["😀\ud800"]]] } }, null, true, -1.5e3], "": { "": "empty names" } };
  const texts: string[] = [];
  JSON.stringify(value, (key, each: unknown) => {
    if (typeof each === "string") texts.push(each);
    return each;
  });
  for (const source of [JSON.stringify(value), JSON.stringify(value, undefined, 3)]) assert.deepEqual(jsonStrings(source).flatMap(({ text, isName }) => (isName === true ? [] : [text])), texts);
});

test("of twins the last is left, as JSON.parse takes it; fields of the same name elsewhere are none", () => {
  assert.equal(withoutTwins('{"a":1,"b":{"a":"x", "\\u0061":"y"}}', 100), '{"a":1,"b":{"a":"y"}}');
  const plain = '{ "a":[{"a":1},{"a":2}], "b":{"a":{}} }';
  assert.equal(withoutTwins(plain, 100), plain);
});

test("it stops at a depth, and goes to any without one", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}"x"${"]".repeat(depth)}`;
  assert.throws(() => jsonStrings(nested(101), 100), TooDeepError);
  assert.equal(jsonStrings(nested(100_000))[0]!.path.length, 100_000);
});
