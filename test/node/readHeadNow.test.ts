import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readHeadNow } from "../../src/node/readHeadNow.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test("only the first bytes are read", (context) => {
  const file = join(temporaryFolder(context), "a");
  writeFileSync(file, "abcdef");
  assert.equal(readHeadNow(file, 3), "abc");
});

test("a byte order mark decides the encoding, or the zeros do, and invalid bytes are no error", (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, "wide"), Buffer.from("\uFEFFmark", "utf16le"));
  writeFileSync(join(folder, "binary"), Buffer.from([0x61, 0xff, 0x62]));
  writeFileSync(join(folder, "bare"), Buffer.from("mark", "utf16le").swap16());
  assert.equal(readHeadNow(join(folder, "wide"), 100), "mark");
  assert.equal(readHeadNow(join(folder, "bare"), 100), "mark");
  assert.equal(readHeadNow(join(folder, "binary"), 100), "a\uFFFDb");
});

test("what is no readable file gives nothing, and a pipe is not waited for", { skip: process.platform === "win32" }, (context) => {
  const folder = temporaryFolder(context);
  execFileSync("mkfifo", [join(folder, "pipe")]);
  for (const path of [folder, join(folder, "absent"), join(folder, "pipe")]) assert.equal(readHeadNow(path, 10), undefined);
});
