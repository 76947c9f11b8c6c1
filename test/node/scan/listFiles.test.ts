import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { listFiles } from "../../../src/node/scan/listFiles.ts";
import { git, writeFiles } from "../../support/repository.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

async function list(folder: string, { ignored = false, from = folder } = {}): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const { path, why } of listFiles(from, { ignored, signal: new AbortController().signal })) all.push(`${relative(folder, path)}${why === undefined ? "" : `: ${why}`}`);
  return all.toSorted();
}

test("in a repository what git tracks or would track; all of it when ignored files are wanted too", async (context) => {
  const folder = temporaryFolder(context);
  git(folder, "init");
  writeFiles(folder, { ".gitignore": "out/\n*.log\n", "a.ts": "", "new file.ts": "", "out/b.js": "", "c.log": "", "deep/ünder/d.ts": "" });
  git(folder, "add", "a.ts", "deep");
  assert.deepEqual(await list(folder), [".gitignore", "a.ts", "deep/ünder/d.ts", "new file.ts"]);
  assert.deepEqual(await list(folder, { from: join(folder, "deep") }), ["deep/ünder/d.ts"]);
  assert.deepEqual(await list(folder, { ignored: true }), [".gitignore", "a.ts", "c.log", "deep/ünder/d.ts", "new file.ts", "out/b.js"]);
});

test("an ignored folder that is asked for by name is listed", async (context) => {
  const folder = temporaryFolder(context);
  git(folder, "init");
  writeFiles(folder, { ".gitignore": "out/\n", "out/b.js": "" });
  assert.deepEqual(await list(folder, { from: join(folder, "out") }), ["out/b.js"]);
});

test("outside of a repository everything but node_modules; links are listed, never followed", async (context) => {
  const folder = temporaryFolder(context);
  writeFiles(folder, { "a.ts": "", "node_modules/b.js": "", "deep/c.ts": "", ".env": "" });
  symlinkSync("..", join(folder, "deep", "up"));
  assert.deepEqual(await list(folder), [".env", "a.ts", "deep/c.ts", "deep/up"]);
  assert.deepEqual(await list(folder, { ignored: true }), [".env", "a.ts", "deep/c.ts", "deep/up", "node_modules/b.js"]);
});

test("a repository inside another is listed as its folder, and one that was never checked out as what lies in it", async (context) => {
  const folder = temporaryFolder(context);
  const [outer, inner] = [join(folder, "outer"), join(folder, "inner")];
  for (const at of [outer, inner]) {
    mkdirSync(at);
    git(at, "init");
    writeFiles(at, { "a.ts": "" });
    git(at, "add", ".");
    git(at, "commit", "-m", "first");
  }
  git(outer, "submodule", "add", inner, "module");
  mkdirSync(join(outer, "loose"));
  git(join(outer, "loose"), "init");
  writeFiles(outer, { "loose/b.ts": "" });
  assert.deepEqual(await list(outer), [".gitmodules", "a.ts", "loose", "module"]);
  assert.deepEqual(await list(outer, { from: join(outer, "loose") }), ["loose/b.ts"]);
  rmSync(join(outer, "module"), { recursive: true });
  writeFiles(outer, { "module/stray.ts": "" });
  assert.deepEqual(await list(outer, { from: join(outer, "module") }), ["module/stray.ts"]);
});

test("nothing that the repository's configuration names is run", async (context) => {
  const folder = temporaryFolder(context);
  git(folder, "init");
  writeFiles(folder, { "a.ts": "", "monitor.sh": `#!/bin/sh\ntouch "${folder}/ran"\n` });
  execFileSync("chmod", ["+x", join(folder, "monitor.sh")]);
  git(folder, "add", "a.ts");
  git(folder, "config", "core.fsmonitor", join(folder, "monitor.sh"));
  git(folder, "status");
  assert.ok(existsSync(join(folder, "ran")), "git itself runs it");
  rmSync(join(folder, "ran"));
  assert.deepEqual(await list(folder), ["a.ts", "monitor.sh"]);
  assert.ok(!existsSync(join(folder, "ran")));
});

test("a broken repository is walked", async (context) => {
  const folder = temporaryFolder(context);
  mkdirSync(join(folder, ".git"));
  writeFileSync(join(folder, "a.ts"), "");
  assert.deepEqual(await list(folder), ["a.ts"]);
});

test("a name that is no UTF-8 is said, not lost", { skip: process.platform !== "linux" }, async (context) => {
  const folder = temporaryFolder(context);
  const name = Buffer.concat([Buffer.from(`${folder}/a`), Buffer.from([0xff])]);
  writeFileSync(name, "");
  assert.deepEqual(await list(folder), ["a\ufffd: its name cannot be read"]);
  git(folder, "init");
  assert.deepEqual(await list(folder), ["a\ufffd: its name cannot be read"]);
});
