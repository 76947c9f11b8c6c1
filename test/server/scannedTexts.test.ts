import assert from "node:assert/strict";
import { test } from "node:test";
import { createScannedTexts } from "../../src/server/scan/scannedTexts.ts";

const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;
const code = "const total = items.length;\n".repeat(100);

test("a document's edits are followed, and other documents and options are apart", () => {
  const texts = createScannedTexts();
  const starts = (uri: string, text: string, off: readonly string[] = []) => texts.look(uri, text, { off: new Set(off) }).map(({ start }) => start);
  assert.deepEqual(starts("a", code + token), [code.length]);
  assert.deepEqual(starts("a", `x${code}${token}\n`), [code.length + 1]);
  assert.deepEqual(starts("b", code), []);
  assert.deepEqual(starts("a", `x${code}${token}\n`, ["github-token"]), []);
  assert.deepEqual(starts("a", `x${code}${token}\n`), [code.length + 1]);
  assert.deepEqual(starts("a", `x${code}${token.slice(0, 20)}`), []);
  texts.drop("a");
  assert.deepEqual(starts("a", token), [0]);
});
