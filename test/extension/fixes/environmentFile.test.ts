import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addVariable } from "../../../src/extension/fixes/environmentFile.ts";
import { isSafelyIgnored } from "../../../src/extension/fixes/gitIgnored.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

test("a missing .env is made for its owner only", (context) => {
  const file = join(temporaryFolder(context), ".env");
  const added = addVariable(file, "KEY", "va lue#1");
  assert.ok(added.ok);
  assert.equal(readFileSync(file, "utf8"), "KEY='va lue#1'\n");
  if (process.platform !== "win32") assert.equal(statSync(file).mode & 0o777, 0o600);
  added.undo();
  assert.equal(readFileSync(file, "utf8"), "");
});

test("what stands in .env stays, and a name that is taken is not overwritten", (context) => {
  const file = join(temporaryFolder(context), ".env");
  writeFileSync(file, "# ours\nexport KEY=old");
  const added = addVariable(file, "KEY", "new");
  assert.ok(added.ok);
  assert.equal(added.name, "KEY_2");
  assert.equal(readFileSync(file, "utf8"), "# ours\nexport KEY=old\nKEY_2='new'\n");
});

test("a value of several lines is kept on one", (context) => {
  const file = join(temporaryFolder(context), ".env");
  assert.ok(addVariable(file, "PEM", "-----BEGIN-----\nabc\n").ok);
  assert.equal(readFileSync(file, "utf8"), 'PEM="-----BEGIN-----\\nabc\\n"\n');
});

test("a value that readers would take differently is refused, without showing it", (context) => {
  const file = join(temporaryFolder(context), ".env");
  const added = addVariable(file, "KEY", `it's $CANARY`);
  assert.ok(!added.ok);
  assert.doesNotMatch(added.why, /CANARY/);
  assert.ok(!existsSync(file));
});

test("a link in place of .env is refused", { skip: process.platform === "win32" }, (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, "tracked"), "");
  symlinkSync(join(folder, "tracked"), join(folder, ".env"));
  assert.equal(addVariable(join(folder, ".env"), "KEY", "v").ok, false);
  assert.equal(readFileSync(join(folder, "tracked"), "utf8"), "");
});

test("undo leaves a file alone that somebody wrote since", (context) => {
  const file = join(temporaryFolder(context), ".env");
  const added = addVariable(file, "KEY", "v");
  assert.ok(added.ok);
  writeFileSync(file, "KEY='v'\nMORE=1\n");
  added.undo();
  assert.equal(readFileSync(file, "utf8"), "KEY='v'\nMORE=1\n");
});

test("only an ignored and untracked .env is safe", async (context) => {
  const folder = temporaryFolder(context);
  const git = (...args: readonly string[]) => execFileSync("git", ["-C", folder, ...args], { stdio: "pipe" });
  const why = async () => {
    const answer = await isSafelyIgnored(folder, ".env", folder);
    return answer.ok ? "safe" : answer.why;
  };
  assert.match(await why(), /could not tell/);
  git("init", "--quiet");
  assert.match(await why(), /not in .gitignore/);
  writeFileSync(join(folder, ".gitignore"), ".env*\n!.env\n");
  assert.match(await why(), /not in .gitignore/);
  writeFileSync(join(folder, ".gitignore"), ".env\n");
  assert.equal(await why(), "safe");
  writeFileSync(join(folder, ".env"), "A=1\n");
  git("add", "--force", ".env");
  assert.match(await why(), /tracked/);
});

test("a repository's own programs are not run by the question", async (context) => {
  const folder = temporaryFolder(context);
  execFileSync("git", ["-C", folder, "init", "--quiet"]);
  const trap = join(folder, "trap");
  execFileSync("git", ["-C", folder, "config", "core.fsmonitor", `touch ${trap}; false`]);
  writeFileSync(join(folder, ".gitignore"), ".env\n");
  assert.deepEqual(await isSafelyIgnored(folder, ".env", folder), { ok: true });
  assert.ok(!existsSync(trap));
});
