import assert from "node:assert/strict";
import { test } from "node:test";
import { clineDialect as dialect } from "../../src/assistants/cline.ts";
import { readFixture } from "../support/hookFixtures.ts";

const read = (event: string, name = event) => dialect.read(event, readFixture("cline", name));
const before = (name: string, input: object) => dialect.read("PreToolUse", { tool_call: { name, input } })?.uses;

test("the command line's tools work through lists", () => {
  assert.deepEqual(read("PreToolUse")?.uses, [{ kind: "run", command: "cat .env" }]);
  assert.equal(read("PreToolUse")?.folder, "/home/dev/proj");
  assert.deepEqual(before("read_files", { files: [{ path: "/shop/.env" }, { path: "/shop/a.ts", start_line: 1 }] }), [{ kind: "read", path: "/shop/.env" }, { kind: "read", path: "/shop/a.ts" }]);
  assert.deepEqual(before("run_commands", { commands: [{ command: "cat", args: [".env", "it's"] }] }), [{ kind: "run", command: "cat '.env' 'it'\\''s'" }]);
  assert.deepEqual(before("search_codebase", { queries: ["KEY"] }), [{ kind: "search", path: "." }]);
});

test("arguments that are called otherwise than today are looked at as well", () => {
  assert.deepEqual(before("run_commands", { commands: [{ cmd: "cat .env" }] }), [{ kind: "run", command: "cat .env" }]);
  assert.deepEqual(before("run_commands", { lines: ["x"] }), [{ kind: "maybe", path: "x" }]);
  assert.deepEqual(before("read_files", { targets: [{ file: ".env" }] }), [{ kind: "maybe", path: ".env" }]);
  assert.deepEqual(before("read_files", {}), [{ kind: "more" }]);
});

test("the editor's form holds parameters as texts", () => {
  const payload = (toolName: string, parameters: object) => ({ workspaceRoots: ["/shop"], preToolUse: { toolName, parameters } });
  assert.deepEqual(dialect.read("PreToolUse", payload("read_file", { path: ".env" }))?.uses, [{ kind: "read", path: ".env" }]);
  assert.deepEqual(dialect.read("PreToolUse", payload("run_commands", { commands: "[\"cat .env\"]" }))?.uses, [{ kind: "run", command: "cat .env" }]);
  assert.deepEqual(dialect.read("PreToolUse", payload("execute_command", { command: "[ -f x ] && cat .env" }))?.uses, [{ kind: "run", command: "[ -f x ] && cat .env" }]);
});

test("a result cannot be changed, only kept back", () => {
  const question = read("PostToolUse");
  assert.ok(question?.able.includes("redact"), "it is judged as if it could be masked");
  assert.deepEqual(JSON.parse(dialect.write("PostToolUse", { effect: "redact", reason: "because", subject: [] }).stdout), { cancel: true, errorMessage: "because" });
  assert.match(JSON.stringify(question?.subject), /CANARY-violet-heron/);
});

test("a search names its files in lines of their own", () => {
  const output = [{ query: "KEY", result: "Found 1 result\n\nsecrets.yml:1:1\n> 1: KEY=x", success: true }];
  assert.deepEqual(dialect.read("PostToolUse", { tool_result: { name: "search_codebase", input: {}, output } })?.subject, [{ query: "KEY", result: "Found 1 result\n\nsecrets.yml\n> 1: KEY=x", success: true }]);
});

test("a prompt is what travels", () => {
  assert.equal(dialect.read("UserPromptSubmit", { userPromptSubmit: { prompt: "hello" } })?.subject, "hello");
});

test("what is no message is not understood", () => {
  for (const payload of [null, 1, [], "x", {}]) for (const event of dialect.events) assert.equal(dialect.read(event, payload), undefined);
  assert.equal(read("TaskStart")?.moment, "other");
});

test("answers are in the form that was measured", () => {
  const written = (effect: "allow" | "warn" | "block") => JSON.parse(dialect.write("PreToolUse", { effect, reason: "because" }).stdout) as unknown;
  assert.deepEqual(written("allow"), { cancel: false });
  assert.deepEqual(written("warn"), { cancel: false });
  assert.deepEqual(written("block"), { cancel: true, errorMessage: "because" });
});
