import assert from "node:assert/strict";
import { test } from "node:test";
import { withholdLines } from "../../src/hook/withholdLines.ts";

const files: Readonly<Record<string, boolean>> = { ".env": true, "./.env": true, "src/a.ts": false, "my-1-file": true };
const kept = (text: string) => withholdLines(text, (name) => files[name], (lines) => `<${lines}>`);

test("lines go with their file, in each form of a search", () => {
  assert.equal(kept(".env:1:K=1\n.env:2:L=2\nsrc/a.ts:3:x"), "<2>\nsrc/a.ts:3:x");
  assert.equal(kept(".env-2-K=1"), "<1>");
  assert.equal(kept("./.env:K=1"), "<1>");
  assert.equal(kept(".env\u00001:K"), "<1>");
  assert.equal(kept("my-1-file:1:K"), "<1>");
});

test("below a headline that is a file's name lines go, and the name stays", () => {
  assert.equal(kept(".env\n1:K=1\n2:L=2\n\nsrc/a.ts\n1:x"), ".env\n<2>\n\nsrc/a.ts\n1:x");
});

test("a diff of a file goes up to the next one", () => {
  assert.equal(kept("diff --git a/.env b/.env\n-K=1\n\n+K=2\ndiff --git a/src/a.ts b/src/a.ts\n+x"), "diff --git a/.env b/.env\n<3>\ndiff --git a/src/a.ts b/src/a.ts\n+x");
});

test("a text without such lines is the same", () => {
  for (const text of ["", "\n", "src/a.ts:1:x\n", ".env\nsrc/a.ts", "a: b\nc: d"]) assert.equal(kept(text), text);
});

test("a diff's head is known in each of its forms", () => {
  for (const head of ["diff --git .env .env", "diff --git i/.env w/.env", "diff --git c/.env o/.env", "diff --combined .env", "diff --cc .env", "diff --git \"a/.env\" \"b/.env\"", "diff --git a/src/a.ts b/.env"]) assert.equal(kept(`${head}\n-K=1`), `${head}\n<1>`, head);
});

test("in a coloured diff an empty line is no end, and the next commit is", () => {
  const bold = `${String.fromCharCode(27)}[1m`;
  assert.equal(kept(`${bold}diff --git a/.env b/.env\n-K=1\n\n+K=2`), `${bold}diff --git a/.env b/.env\n<3>`);
  assert.equal(kept("diff --git a/.env b/.env\n src/a.ts:K=1\ncommit 0123456789\nWhy"), "diff --git a/.env b/.env\n<1>\ncommit 0123456789\nWhy");
});

test("lines around a match go with their file, without numbers too", () => {
  assert.equal(kept(".env-K=1\n.env:L=2\n--\nsrc/a.ts-a-b"), "<2>\n--\nsrc/a.ts-a-b");
  assert.equal(kept("my-1-file-K=1"), "<1>");
});
