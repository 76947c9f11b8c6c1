import assert from "node:assert/strict";
import { test } from "node:test";
import { codexDialect as dialect } from "../../src/assistants/codex.ts";
import { readFixture } from "../support/hookFixtures.ts";

const read = (event: string, name = event) => dialect.read(event, readFixture("codex", name));
const written = (event: string, effect: "allow" | "warn" | "redact" | "block", subject?: unknown) => JSON.parse(dialect.write(event, { effect, reason: "because", subject }).stdout) as unknown;

test("tools say what they use", () => {
  assert.deepEqual(read("PreToolUse", "PreToolUse.Bash")?.uses, [{ kind: "run", command: "cat .env" }]);
  assert.deepEqual(read("PreToolUse", "PreToolUse.view_image")?.uses, [{ kind: "read", path: "/home/dev/proj/.env" }]);
  assert.equal(read("UserPromptSubmit")?.subject, "please read the env file");
});

test("a patch names the files it writes", () => {
  const patch = "*** Begin Patch\n*** Update File: src/a.ts\n*** Move to: src/b.ts\n*** Delete File: c.ts\n*** End Patch";
  assert.deepEqual(dialect.read("PreToolUse", { tool_name: "apply_patch", tool_input: { command: patch } })?.uses, [{ kind: "write", path: "src/a.ts" }, { kind: "write", path: "src/b.ts" }, { kind: "remove", path: "c.ts" }]);
});

test("it is never asked, since a question lets the tool run", () => {
  for (const name of ["PreToolUse.Bash", "PreToolUse.mcp__fake__leak"]) assert.ok(!read("PreToolUse", name)?.able.includes("ask"));
});

test("a masked result takes the place of the reason", () => {
  assert.deepEqual(written("PostToolUse", "redact", "KEY=masked"), { decision: "block", reason: "KEY=masked\n\nbecause" });
  assert.deepEqual(written("PostToolUse", "redact", { content: [{ type: "text", text: "v=masked" }] }), { decision: "block", reason: "v=masked\n\nbecause" });
});

test("answers are in the form that was measured", () => {
  assert.deepEqual(written("PreToolUse", "allow"), {});
  assert.deepEqual(written("PreToolUse", "warn"), {});
  assert.deepEqual(written("PreToolUse", "block"), { hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "deny", permissionDecisionReason: "because" } });
  assert.deepEqual(written("PreToolUse", "redact", { q: "masked" }), { hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "allow", updatedInput: { q: "masked" } } });
  assert.deepEqual(written("UserPromptSubmit", "block"), { decision: "block", reason: "because" });
});
