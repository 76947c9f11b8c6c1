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
