import assert from "node:assert/strict";
import { test } from "node:test";
import { geminiDialect as dialect } from "../../src/assistants/gemini.ts";
import { readFixture } from "../support/hookFixtures.ts";

const read = (event: string, name = event) => dialect.read(event, readFixture("gemini-cli", name));
const written = (event: string, effect: "allow" | "warn" | "redact" | "block", subject?: unknown) => JSON.parse(dialect.write(event, { effect, reason: "because", subject }).stdout) as unknown;

test("a prompt is what travels, and can only be stopped", () => {
  const question = read("BeforeAgent");
  assert.deepEqual([question?.moment, question?.subject, question?.able], ["prompt", "please read the env file", ["allow", "warn", "block"]]);
});

test("tools say what they use", () => {
  assert.deepEqual(read("BeforeTool", "BeforeTool.read_file")?.uses, [{ kind: "read", path: "creds.txt" }]);
  assert.deepEqual(read("BeforeTool", "BeforeTool.run_shell_command")?.uses, [{ kind: "run", command: "cat .env" }]);
  assert.deepEqual(read("BeforeTool", "BeforeTool.write_file")?.uses, [{ kind: "write", path: "/home/dev/proj/new.txt" }]);
  assert.deepEqual(read("BeforeTool", "BeforeTool.grep_search")?.uses, [{ kind: "search", path: "." }]);
});

test("a command that names its folder starts there", () => {
  const payload = { tool_name: "run_shell_command", tool_input: { command: "cat .env", dir_path: "it's/sub" } };
  assert.deepEqual(dialect.read("BeforeTool", payload)?.uses, [{ kind: "run", command: "cd 'it'\\''s/sub' && cat .env" }]);
});

test("a result is what the model would see, and a search names its files in lines of their own", () => {
  assert.equal(read("AfterTool", "AfterTool.read_file")?.subject, "token=CANARY-violet-heron\n");
  assert.match(String(read("AfterTool", "AfterTool.grep_search")?.subject), /^\.env\nL1: API_KEY/m);
});

test("the request itself is judged with the files that are attached to it", () => {
  assert.equal(read("BeforeModel")?.moment, "prompt");
  const content = "look\n--- Content from referenced files ---\nContent from @keys/server.pem:\nx\n--- End of content ---";
  const question = dialect.read("BeforeModel", { cwd: "/shop", llm_request: { messages: [{ role: "user", content }, { role: "model", content: "Content from @other.pem:" }] } });
  assert.deepEqual(question?.uses, [{ kind: "maybe", path: "keys/server.pem" }]);
});

test("what is no message is not understood", () => {
  for (const payload of [null, 1, [], "x", {}]) for (const event of ["BeforeAgent", "BeforeTool", "AfterTool", "BeforeModel"]) assert.equal(dialect.read(event, payload), undefined);
  assert.equal(read("SessionStart")?.moment, "other");
});

test("answers are in the form that was measured", () => {
  assert.deepEqual(written("BeforeTool", "allow"), {});
  assert.deepEqual(written("BeforeTool", "block"), { decision: "deny", reason: "because" });
  assert.deepEqual(written("BeforeAgent", "block"), { decision: "deny", reason: "because" });
  assert.deepEqual(written("BeforeTool", "redact", { q: "masked" }), { hookSpecificOutput: { hookEventName: "BeforeTool", tool_input: { q: "masked" } } });
  assert.deepEqual(written("AfterTool", "redact", [{ text: "masked" }]), { decision: "deny", reason: "masked\n\nbecause" });
  assert.deepEqual(written("BeforeModel", "redact", { messages: [] }), { hookSpecificOutput: { hookEventName: "BeforeModel", llm_request: { messages: [] } } });
});
