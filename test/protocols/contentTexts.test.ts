import assert from "node:assert/strict";
import { test } from "node:test";
import { contentTexts } from "../../src/protocols/contentTexts.ts";

test("names of fields are judged however short they are: an organisation's own word may be one", () => {
  const texts = contentTexts('{"tools":[{"Osprey":{"x":1}}],"empty":""}', 10);
  assert.deepEqual(texts.map(({ text }) => text), ["tools", "Osprey", "x", "empty"]);
  assert.ok(texts.every(({ structural }) => structural));
});
