import assert from "node:assert/strict";
import { test } from "node:test";
import { createCopiedTexts } from "../../src/extension/guards/clipboard/copiedTexts.ts";

const env = { uri: "file:///shop/.env", label: "restricted", clearOnBlur: true };
const app = { uri: "file:///shop/app.ts", label: "internal", clearOnBlur: false };

test("a copy is found by its id, whatever became of the text", () => {
  const copied = createCopiedTexts();
  const id = copied.remember("A=1\nB=2", env);
  assert.deepEqual(copied.find(id, "A=1\r\nB=2\r\n"), env);
  assert.doesNotMatch(id, /A=1|env|restricted/);
});

test("without the id the text itself is recognised, with other line ends and a last one too many", () => {
  const copied = createCopiedTexts();
  copied.remember("FIRST=1\nSECOND=2", env);
  assert.deepEqual(copied.find(undefined, "FIRST=1\r\nSECOND=2\r\n"), env);
  assert.deepEqual(copied.find("an id of another window", "FIRST=1\nSECOND=2"), env);
  assert.equal(copied.find(undefined, "FIRST=1"), undefined);
});

test("a text too short to tell its source brings no label along", () => {
  const copied = createCopiedTexts();
  copied.remember("true", env);
  assert.equal(copied.find(undefined, "true"), undefined);
});

test("of the same text copied twice the later source counts", () => {
  const copied = createCopiedTexts();
  copied.remember("const total = 1;", env);
  copied.remember("const total = 1;", app);
  assert.deepEqual(copied.find(undefined, "const total = 1;"), app);
});

test("the twenty-first copy pushes the first out", () => {
  const copied = createCopiedTexts();
  const id = copied.remember("the first text", env);
  for (let index = 0; index < 20; index += 1) copied.remember(`another text ${index}`, app);
  assert.equal(copied.find(id, "the first text"), undefined);
});

test("the last copy is known by its text until it is forgotten", () => {
  const copied = createCopiedTexts();
  assert.equal(copied.last(), undefined);
  copied.remember("SECRET=12345", env);
  assert.equal(copied.last()?.is("SECRET=12345"), true);
  assert.equal(copied.last()?.is("something else"), false);
  copied.forgetLast();
  assert.equal(copied.last(), undefined);
});

test("nothing of a copied text is kept", () => {
  const copied = createCopiedTexts();
  copied.remember("CANARY-CANARY", env);
  assert.doesNotMatch(JSON.stringify([copied.last(), copied.find(undefined, "CANARY-CANARY")]), /CANARY/);
});
