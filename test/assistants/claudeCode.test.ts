import assert from "node:assert/strict";
import { test } from "node:test";
import { claudeCodeDialect as dialect } from "../../src/assistants/claudeCode.ts";
import { readFixture } from "../support/hookFixtures.ts";

const read = (event: string, name = event) => dialect.read(event, readFixture("claude-code", name));
const written = (event: string, effect: "allow" | "warn" | "ask" | "redact" | "block", subject?: unknown) => {
  const { stdout, exitCode } = dialect.write(event, { effect, reason: "because", subject });
  assert.equal(exitCode, 0);
  return JSON.parse(stdout) as unknown;
};

test("a prompt is what travels", () => {
  const question = read("UserPromptSubmit");
  assert.deepEqual([question?.moment, question?.channel, question?.subject, question?.folder], ["prompt", "prompt", "please read the env file", "/home/dev/proj"]);
});

test("tools say what they use", () => {
  assert.deepEqual(read("PreToolUse", "PreToolUse.Read")?.uses, [{ kind: "read", path: "/home/dev/proj/.env" }]);
  assert.deepEqual(read("PreToolUse", "PreToolUse.Bash")?.uses, [{ kind: "run", command: "cat .env" }]);
  assert.deepEqual(read("PreToolUse", "PreToolUse.Write")?.uses, [{ kind: "write", path: "/home/dev/proj/new.txt" }]);
  assert.equal(read("PreToolUse", "PreToolUse.mcp__fake__leak")?.channel, "mcp");
});

test("a tool that nobody described may use whatever its arguments name", () => {
  const payload = { hook_event_name: "PreToolUse", cwd: "/shop", tool_name: "NewTool", tool_input: { where: [{ target: ".env" }], command: "cat x" } };
  assert.deepEqual(dialect.read("PreToolUse", payload)?.uses, [{ kind: "maybe", path: ".env" }, { kind: "run", command: "cat x" }]);
});

test("a result travels in its own shape", () => {
  assert.deepEqual(read("PostToolUse", "PostToolUse.Bash")?.subject, { stdout: "API_KEY=CANARY-violet-heron", stderr: "", interrupted: false, isImage: false, noOutputExpected: false });
  assert.equal(read("PostToolUse", "PostToolUse.mcp__fake__leak")?.channel, "mcp");
});

test("events that carry nothing are allowed, what is no message is not understood", () => {
  assert.equal(read("SessionStart")?.moment, "other");
  for (const payload of [null, 1, [], "x", {}, { hook_event_name: "PreToolUse" }, { hook_event_name: "Stop", tool_name: "Read" }]) assert.equal(dialect.read("PreToolUse", payload), undefined);
});

test("answers are in the form that was measured", () => {
  assert.deepEqual(written("PreToolUse", "allow"), {});
  assert.deepEqual(written("PreToolUse", "block"), { hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "deny", permissionDecisionReason: "because" } });
  assert.deepEqual(written("PreToolUse", "ask"), { hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "ask", permissionDecisionReason: "because" } });
  assert.deepEqual(written("PreToolUse", "redact", { q: "masked" }), { hookSpecificOutput: { hookEventName: "PreToolUse", updatedInput: { q: "masked" } } });
  assert.deepEqual(written("PostToolUse", "redact", { stdout: "masked" }), { hookSpecificOutput: { hookEventName: "PostToolUse", updatedToolOutput: { stdout: "masked" }, additionalContext: "because" } });
  assert.deepEqual(written("UserPromptSubmit", "block"), { decision: "block", reason: "because", hookSpecificOutput: { hookEventName: "UserPromptSubmit", suppressOriginalPrompt: true } });
  assert.deepEqual(written("UserPromptSubmit", "warn"), { systemMessage: "because" });
});
