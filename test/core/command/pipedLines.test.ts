import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectCommand } from "../../../src/core/command/inspectCommand.ts";

const searches = (command: string) => inspectCommand(command, { home: "/home/marlene", folder: "/shop" }).searches;

for (const command of ["grep -rn KEY . | cut -d: -f3-", "git diff | grep '^+'", "grep -rn KEY . > o.txt", "grep -rn KEY . | head | cut -c9-", "{ grep -rn KEY .; } | sed s/x//", "(git diff) > o.txt", "grep -rn KEY . | while read l; do echo ${l#*:}; done", "echo $(grep -rn KEY .)", "rg KEY | tee o.txt", "grep -rn KEY . &> o.txt", "grep -rn KEY . | grep -o KEY.*", "grep -rn KEY . | tail -c 40", "bash -c 'grep -rn KEY .' | cut -d: -f3", "git log -p | tail -50", "git log -p --graph", "git diff --src-prefix=x/", "git diff --output=o.txt", "rg --heading KEY", "rg --json KEY"]) {
  test(`the lines lose the names of their files: ${command}`, () => assert.ok(searches(command).some(({ named }) => !named)));
}

for (const command of ["grep -rn KEY . | head -20", "grep -rn KEY . 2>/dev/null | sort -u | head", "grep -rn KEY . | grep -v test", "git diff | head -100", "rg KEY | wc -l", "grep -rn KEY . | wc -l | tr -d ' '", "git diff 2>&1 | cat", "git diff --no-prefix", "rg --heading -n KEY", "grep -rn KEY . > /dev/null", "grep -rn KEY . 2> errors.txt", "ls | cut -c1; grep -rn KEY ."]) {
  test(`the lines keep the names of their files: ${command}`, () => assert.ok(searches(command).every(({ named }) => named) && searches(command).length > 0));
}

for (const command of ["git log --oneline | cut -c9-", "git log | grep fix", "V=$(git log -1 --format=%h)", "git diff --stat | tail -1", "git stash list | head"]) test(`nothing of any file comes out: ${command}`, () => assert.deepEqual(searches(command), []));

test("a stream that goes through ever more machines is not followed", () => {
  assert.deepEqual(searches("tar cf - . | ssh a ssh b tar xf -"), []);
  assert.equal(searches(`tar cf - . | ${"ssh a ".repeat(5000)}tar xf -`).length, 1);
});
