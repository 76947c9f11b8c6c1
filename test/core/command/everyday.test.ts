import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectCommand } from "../../../src/core/command/inspectCommand.ts";

const place = { home: "/home/marlene", folder: "/shop/src" };
const toTop = "cd \"$(git rev-parse --show-toplevel)\" && cat README.md";

test("the top of the repository is a known folder, where there is one", () => {
  const { reads, unresolved } = inspectCommand(toTop, { ...place, top: "/shop" });
  assert.deepEqual(unresolved, []);
  assert.ok(reads.some(({ path }) => path === "/shop/README.md"));
  assert.ok(inspectCommand(toTop, place).unresolved.length > 0);
});

test("a key that ssh uses is not shown, and what else it is given may be a file", () => {
  assert.deepEqual(inspectCommand("ssh -i id_rsa host", place).reads.map(({ path }) => path), ["host"]);
});

test("a search that names files looks where it is told to", () => {
  const trees = (command: string) => inspectCommand(command, place).searches.map(({ path }) => path);
  assert.deepEqual(trees("grep -rl foo src | xargs sed -i s/foo/bar/"), ["src"]);
  assert.deepEqual(trees("rg -l foo src | xargs cat"), ["src"]);
  assert.deepEqual(trees("rg -lg '*.ts' foo | xargs cat"), ["."]);
  assert.deepEqual(trees("grep -rl foo | xargs cat"), ["."]);
  for (const command of ["find -L keys -type f | xargs cat", "cat $(find -H keys -type f)", "find -O3 -D tree keys -exec cat {} +", "fd -H . keys | xargs cat", "fdfind -H . keys | xargs cat", "grep -rl --include='*' foo keys | xargs cat", "egrep -rl --color foo keys | xargs cat", "rg -l --hidden foo keys | xargs cat", "rg --files --hidden keys | xargs cat", "rg -l --hidden -e foo keys | xargs cat", "rg --hidden --regexp=foo -l keys | xargs cat"]) assert.ok(trees(command).includes("keys"), command);
});
