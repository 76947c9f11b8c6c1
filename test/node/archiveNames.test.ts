import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { archiveNames } from "../../src/node/archiveNames.ts";
import { writeFiles } from "../support/repository.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { toZip } from "../support/zip.ts";

test("names in a tar file, plain or by gzip, with links and where they lead, and names that are long", (context) => {
  const folder = temporaryFolder(context);
  const long = `${"deep/".repeat(40)}settings.json`;
  writeFiles(folder, { "tree/.claude/settings.json": "{}", [`tree/${long}`]: "{}" });
  symlinkSync("/home/marlene/.claude", join(folder, "tree", "link"));
  for (const [name, ...words] of [["a.tar", "cf"], ["a.tgz", "czf"], ["gnu.tar", "--format=gnu", "-cf"], ["pax.tar", "--format=pax", "-cf"]]) {
    execFileSync("tar", [...words, name ?? "", "-C", "tree", "."], { cwd: folder });
    const names = archiveNames(join(folder, name ?? "")) ?? [];
    for (const wanted of ["./.claude/settings.json", `./${long}`, "./link", "/home/marlene/.claude"]) assert.ok(names.includes(wanted), `${name} ${wanted}`);
  }
});

test("names in a zip file", (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, "a.zip"), toZip({ ".claude/settings.json": "{}", "ä.txt": "x" }));
  assert.deepEqual(archiveNames(join(folder, "a.zip")), [".claude/settings.json", "ä.txt"]);
});

test("what is no such archive, is broken, or is not there has no names that anybody could rely on", (context) => {
  const folder = temporaryFolder(context);
  const zip = toZip({ "a.txt": "x" });
  writeFiles(folder, { "text.tar": "hello", "empty.zip": "", "cut.zip": zip.subarray(0, zip.length - 10), "cut.tgz": Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]) });
  mkdirSync(join(folder, "folder.tar"));
  writeFileSync(join(folder, "large.tar"), "ustar");
  truncateSync(join(folder, "large.tar"), 30_000_000);
  for (const name of ["text.tar", "empty.zip", "cut.zip", "cut.tgz", "folder.tar", "large.tar", "none.tar"]) assert.equal(archiveNames(join(folder, name)), undefined, name);
});
