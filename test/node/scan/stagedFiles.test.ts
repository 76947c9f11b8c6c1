import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { stagedFiles } from "../../../src/node/scan/stagedFiles.ts";
import { git, writeFiles } from "../../support/repository.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

async function staged(folder: string, paths: readonly string[] = []) {
  const all: Record<string, string | undefined> = {};
  for await (const { path, job, why } of stagedFiles({ folder, paths, maxBytes: 100, signal: new AbortController().signal })) all[path] = job !== undefined && "bytes" in job ? Buffer.from(job.bytes).toString("utf8") : why;
  return all;
}

function createRepository(context: TestContext): string {
  const folder = temporaryFolder(context);
  git(folder, "init");
  return folder;
}

test("contents are those of the index, also before the first commit", async (context) => {
  const folder = createRepository(context);
  writeFiles(folder, { "a b.ts": "staged", "deep/ü.ts": "two\nlines\n", "empty.ts": "", "not.ts": "loose" });
  git(folder, "add", "a b.ts", "deep", "empty.ts");
  writeFiles(folder, { "a b.ts": "changed since" });
  assert.deepEqual(await staged(folder), { "a b.ts": "staged", "deep/ü.ts": "two\nlines\n", "empty.ts": "" });
  assert.deepEqual(await staged(folder, ["deep"]), { "deep/ü.ts": "two\nlines\n" });
});

test("only what changed since the last commit; deletions and links hold nothing, large files are said", async (context) => {
  const folder = createRepository(context);
  writeFiles(folder, { "same.ts": "1", "gone.ts": "1", "changed.ts": "1" });
  git(folder, "add", ".");
  git(folder, "commit", "-m", "first");
  writeFiles(folder, { "changed.ts": "2", "large.ts": "x".repeat(101) });
  symlinkSync("changed.ts", join(folder, "link"));
  git(folder, "rm", "-q", "gone.ts");
  git(folder, "add", ".");
  assert.deepEqual(await staged(folder), { "changed.ts": "2", "large.ts": "it is too large" });
});

test("from a folder below, with git told to look only there, all that would be committed is still listed", async (context) => {
  const folder = createRepository(context);
  git(folder, "config", "diff.relative", "true");
  writeFiles(folder, { "a.ts": "1", "below/b.ts": "2" });
  git(folder, "add", ".");
  assert.deepEqual(await staged(join(folder, "below")), { "a.ts": "1", "below/b.ts": "2" });
});

test("a pathspec is a path, and outside of a repository it fails", async (context) => {
  const folder = createRepository(context);
  writeFiles(folder, { "a.ts": "1" });
  git(folder, "add", ".");
  assert.deepEqual(await staged(folder, [":(top)*"]), {});
  await assert.rejects(staged(temporaryFolder(context)));
});
