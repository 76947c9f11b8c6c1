import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readHead } from "../../src/node/readHead.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test("no more than the asked bytes are read", async (context) => {
  const file = join(temporaryFolder(context), "a");
  writeFileSync(file, "abcdef");
  assert.equal(await readHead(file, 3), "abc");
  assert.equal(await readHead(file, 100), "abcdef");
});

test("a folder, a device and nothing have no head", async (context) => {
  const folder = temporaryFolder(context);
  mkdirSync(join(folder, "b"));
  assert.equal(await readHead(join(folder, "b"), 3), undefined);
  assert.equal(await readHead("/dev/null", 3), undefined);
  assert.equal(await readHead(join(folder, "missing"), 3), undefined);
});

test("UTF-16 is read as text, with a byte order mark and without, as far as it was read", async (context) => {
  const file = join(temporaryFolder(context), "a");
  for (const [bytes, length] of [[Buffer.from("\uFEFFmark", "utf16le"), 100], [Buffer.from("mark", "utf16le"), 100], [Buffer.from("mark and more", "utf16le"), 8]] as const) {
    writeFileSync(file, bytes);
    assert.equal(await readHead(file, length), "mark");
  }
});
