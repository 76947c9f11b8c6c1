import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectCommand } from "../../../src/core/command/inspectCommand.ts";

const place = { home: "/home/marlene", folder: "/shop" };
const writes = (command: string) => inspectCommand(command, place).writes;
const settings = "/home/marlene/.claude/settings.json";

for (const command of ["cp settings.json ~/.claude/", "mv x/settings.json ~/.claude", "ln -s x/settings.json ~/.claude/", "cp -t ~/.claude settings.json", "sed -i -es/a/b/ ~/.claude/settings.json", "sed -i s/a/b/ ~/.claude/settings.json", "perl -pi -e s/a/b/ ~/.claude/settings.json", "perl -i -pe s/a/b/ ~/.claude/settings.json", "curl -o ~/.claude/settings.json http://example.com", "curl -sSo ~/.claude/settings.json http://example.com", "wget -O ~/.claude/settings.json http://example.com", "wget --output-document=/home/marlene/.claude/settings.json http://example.com"]) {
  test(`a file is written: ${command}`, () => assert.ok(writes(command).some(({ path }) => path === settings), JSON.stringify(writes(command))));
}

test("what git brings back is written", () => assert.ok(writes("git checkout -- .claude/settings.json").some(({ path }) => path === ".claude/settings.json")));

test("a pattern that is removed stands for files", () => assert.deepEqual(writes("rm -f ~/.claude/settings*.json"), [{ path: "/home/marlene/.claude/settings*.json", removes: true, glob: true }]));

for (const command of ["tar -C ~/.claude -xf a.tar", "tar xf a.tar -C ~/.claude", "unzip a.zip -d ~/.claude", "7z x a.zip -o$HOME/.claude", "cd ~/.claude && unzip ~/.claude/a.zip -d ."]) {
  test(`an archive is unpacked: ${command}`, () => assert.ok(inspectCommand(command, place).replacements.some((each) => each.kind === "archive" && each.from !== undefined && each.path.startsWith("/home/marlene/.claude")), JSON.stringify(inspectCommand(command, place).replacements)));
}

test("our program is known after a change of folder, and its commands by their places", () => {
  for (const command of ["cd ~/.vscode/extensions/gatelodge/dist && node cli.cjs agents remove", "gatelodge --folder status agents remove", "gatelodge --folder scan policy edit"]) assert.ok(inspectCommand(command, place).changesGatelodge, command);
  for (const command of ["node cli.cjs build", "gatelodge agents status", "node cli.cjs agents status"]) assert.ok(!inspectCommand(command, place).changesGatelodge, command);
});
