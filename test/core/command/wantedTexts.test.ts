import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectCommand } from "../../../src/core/command/inspectCommand.ts";

const wanted = (command: string) => inspectCommand(command, { home: "/home/marlene", folder: "/shop" }).searches[0]?.wanted;

const known: readonly (readonly [string, readonly string[]])[] = [
  ["grep -rn TODO .", ["todo"]], ["grep -rn 'a|b' .", ["a", "b"]], ["grep -rn 'fix\\|todo' .", ["fix", "todo"]], ["rg 'fix|todo'", ["fix", "todo"]], ["grep -rnE 'colou?r' .", ["colo"]], ["grep -rn 'process\\.env\\.[A-Z]*' .", ["process.env."]],
  ["grep -rn 'listen(' .", ["listen("]], ["grep -rnF 'a.b(c)' .", ["a.b(c)"]], ["rg -e fix -e todo", ["fix", "todo"]], ["grep -rn '[Tt]odo' .", ["odo"]], ["grep -rn '^import .* from' .", ["import "]], ["grep -rnw -i Todo .", ["todo"]],
];
for (const [command, texts] of known) test(`a file without such a text shows nothing: ${command}`, () => assert.deepEqual(wanted(command), texts));

const unknown = ["grep -rv TODO .", "grep -rn '.' .", "grep -rn '' .", "grep -rnE '(abc)?' .", "grep -rn '\\(abc\\)*' .", "rg '(?:abc)?x'", "rg '\\x41bc'", "grep -rnP '\\QTODO' .", "grep -rn 'a*' .", "grep -rnE 'TODO|' .", "grep -rn -f patterns .", "rg --passthru TODO", "rg -z TODO", "rg --pre cat TODO", "rg --files-without-match TODO", "grep -rn $X .", "grep -rL TODO ."];
for (const command of unknown) test(`any file may show something: ${command}`, () => assert.equal(wanted(command), undefined));
