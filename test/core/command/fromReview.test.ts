/** Ways in that a stranger found: each showed a file, or changed what guards the agent, before. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectCommand } from "../../../src/core/command/inspectCommand.ts";

const effects = (command: string) => inspectCommand(command, { home: "/home/marlene", folder: "/shop" });

for (const command of [
  "git show $(git rev-parse HEAD):.env", 'R=$(git rev-parse HEAD); git show "$R:.env"', "for c in $(git log --format=%h -- .env); do git show $c:.env; done",
  "xargs -a .env echo", "xargs --arg-file=.env echo", "file -f .env", "wc --files0-from=.env", "du --files0-from=.env",
]) test(`the file .env is named: ${command}`, () => assert.ok(effects(command).reads.some(({ path, sure }) => path === ".env" && sure)));

for (const command of ['git show "$X"', "git show $(cat x)"]) test(`what is shown is not known: ${command}`, () => assert.ok(effects(command).unresolved.length > 0));

test("of two folders diff shows all their files", () => assert.deepEqual(effects("diff -ru . ../other").searches.map(({ path, named }) => [path, named]), [[".", false], ["../other", false]]));

test("a search says from where its names count", () => {
  assert.equal(effects("cd src && grep -rn x ..").searches[0]?.from, "src");
  assert.equal(effects("git -C src grep x -- ..").searches[0]?.from, "src");
});

test("git shows what it asks about when it adds in parts", () => assert.ok(effects("git add -p").searches.length > 0));

for (const command of ["$(which gatelodge) agents remove --yes", "node --a --b --c dist/cli.cjs agents remove", "npx -y -p foo bar gatelodge agents remove --yes"]) {
  test(`changes what guards the agent: ${command}`, () => assert.equal(effects(command).changesGatelodge, true));
}
for (const command of ["ls a b c gatelodge d", "$EDITOR agents notes", "gatelodge agents status"]) test(`changes nothing of ours: ${command}`, () => assert.equal(effects(command).changesGatelodge, false));

test("a search leaves out what it is told to, and what its program passes over", () => {
  assert.deepEqual(effects("grep -rn x . --exclude=.env --exclude '*.pem' --exclude-dir=keys").searches[0]?.without, [".env", "*.pem", "keys"]);
  assert.deepEqual(effects("rg x -g '!.env' -g '!*.pem'").searches[0], { path: ".", named: true, names: [], without: [".env", "*.pem"], plainOnly: true, wanted: ["x"] });
  for (const command of ["rg --hidden x", "rg -uu x", "rg -. x", "rg $OPTIONS x", "git grep x", "grep -rn x ."]) assert.equal(effects(command).searches[0]?.plainOnly, undefined, command);
});
