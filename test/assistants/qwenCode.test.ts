import assert from "node:assert/strict";
import { test } from "node:test";
import { qwenCodeDialect as dialect } from "../../src/assistants/qwenCode.ts";
import { readFixture } from "../support/hookFixtures.ts";

const read = (event: string, name = event) => dialect.read(event, readFixture("qwen-code", name));
const written = (event: string, effect: "allow" | "ask" | "redact" | "block", subject?: unknown) => JSON.parse(dialect.write(event, { effect, reason: "because", subject }).stdout) as unknown;

test("tools say what they use", () => {
  assert.deepEqual(read("PreToolUse", "PreToolUse.read_file")?.uses, [{ kind: "read", path: "/home/dev/proj/.env" }]);
  assert.deepEqual(read("PreToolUse", "PreToolUse.run_shell_command")?.uses, [{ kind: "run", command: "cat .env" }]);
});

test("the prompt of a continued turn is empty", () => {
  assert.equal(read("UserPromptSubmit")?.subject, "");
});

test("a result is what the model would see", () => {
  assert.equal(read("PostToolUse", "PostToolUse.read_file")?.subject, "API_KEY=CANARY-violet-heron\n");
});

test("changed arguments are not taken, so nothing is masked in them", () => {
  const question = dialect.read("PreToolUse", { tool_name: "mcp__canary__leak", tool_input: { q: "x" } });
  assert.deepEqual([question?.channel, question?.able], ["mcp", ["allow", "warn", "ask", "block"]]);
});

test("answers are in the form that was measured", () => {
  assert.deepEqual(written("PreToolUse", "allow"), {});
  assert.deepEqual(written("PreToolUse", "block"), { hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "deny", permissionDecisionReason: "because" } });
  assert.deepEqual(written("PostToolUse", "redact", "API_KEY=masked"), { continue: false, stopReason: "API_KEY=masked\n\nbecause" });
  assert.deepEqual(written("PostToolUse", "block"), { continue: false, stopReason: "because" });
});
