import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectCommand } from "../../../src/core/command/inspectCommand.ts";

const place = { home: "/home/marlene", folder: "/shop" };
const effects = (command: string) => inspectCommand(command, place);

for (const command of ["git status -v", "git diff-tree -p HEAD", "git diff-index -p HEAD", "git diff-files -p", "git reflog -p", "git fast-export HEAD", "git archive HEAD | tar -xO", "git log -p", "git stash show -p", "git log -L1,5:a.ts"]) {
  test(`changes of files come out: ${command}`, () => assert.ok(effects(command).searches.length > 0));
}

for (const command of ["git show :0:.env", "git show :.env", "git cat-file -p HEAD:.env", "git config -f .env -l", "git config --file=.env --list", "git -c alias.x='!cat .env' x", "git mv .env b && cat b", "git blame .env"]) {
  test(`the file .env is named: ${command}`, () => assert.ok(effects(command).reads.some(({ path }) => path === ".env")));
}

test("an object that only its number names may be any file", () => {
  assert.ok(effects("git cat-file -p 3f2a9c1").unresolved.length > 0);
  assert.ok(effects("git cat-file --batch").unresolved.length > 0);
  assert.deepEqual(effects("git cat-file -p HEAD").unresolved, []);
});

for (const command of ["git status", "git reflog", "git commit -v -m x", "git rm --cached .env", "git show --stat", "git config user.name", "git stash"]) {
  test(`nothing of any file comes out: ${command}`, () => {
    const { searches, reads, writes, unresolved } = effects(command);
    assert.deepEqual([searches, reads, writes, unresolved], [[], [], [], []]);
  });
}
