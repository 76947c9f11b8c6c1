import assert from "node:assert/strict";
import { test } from "node:test";
import { runs, runsIn, unknownTool } from "../../../src/assistants/hooks/toolUses.ts";

test("a command may come word by word", () => {
  assert.deepEqual(runs("command").uses({ command: ["bash", "-lc", "cat '.env'"] }), [{ kind: "run", command: String.raw`'bash' '-lc' 'cat '\''.env'\'''` }]);
  assert.deepEqual(runsIn("command", "workdir").uses({ command: ["cat", ".env"], workdir: "a b" }), [{ kind: "run", command: "cd 'a b' && 'cat' '.env'" }]);
  assert.ok(unknownTool.uses({ command: ["cat", ".env"] }).some((use) => use.kind === "run" && use.command === "'cat' '.env'"));
});

test("a tool that runs something unnamed is a tool that nobody described", () => {
  assert.deepEqual(runs("command").uses({ file: ".env" }), [{ kind: "maybe", path: ".env" }]);
});

test("whatever is called a script is one", () => {
  for (const key of ["script", "bash", "commandLine", "command_line", "shellCommand"]) assert.deepEqual(unknownTool.uses({ [key]: "cat .env" }), [{ kind: "run", command: "cat .env" }]);
  assert.ok(unknownTool.uses({ code: "open('.env')" }).some(({ kind }) => kind === "run"));
});

test("arguments beyond those that are looked at are told of", () => {
  assert.deepEqual(unknownTool.uses({ files: Array.from({ length: 201 }, () => "a") }).at(-1), { kind: "more" });
  assert.ok(unknownTool.uses({ files: Array.from({ length: 200 }, () => "a") }).every(({ kind }) => kind === "maybe"));
});
