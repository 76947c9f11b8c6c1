import assert from "node:assert/strict";
import { test } from "node:test";
import { copilotDialect as dialect } from "../../src/assistants/copilot.ts";
import { readFixture } from "../support/hookFixtures.ts";

const read = (event: string, name = event) => dialect.read(event, readFixture("copilot-cli", name));
const written = (event: string, effect: "allow" | "warn" | "ask" | "redact" | "block", subject?: unknown) => JSON.parse(dialect.write(event, { effect, reason: "because", subject }).stdout) as unknown;

test("a prompt is what travels, and may be rewritten", () => {
  const question = read("userPromptSubmitted");
  assert.deepEqual([question?.moment, question?.subject, question?.able.includes("redact")], ["prompt", "read env", true]);
});

test("tools say what they use", () => {
  assert.deepEqual(read("preToolUse", "preToolUse.view")?.uses, [{ kind: "read", path: "/home/dev/proj/.env" }]);
  assert.deepEqual(read("preToolUse", "preToolUse.bash")?.uses, [{ kind: "run", command: "cat .env" }]);
  assert.deepEqual(read("preToolUse", "preToolUse.create")?.uses, [{ kind: "write", path: "/home/dev/proj/new.txt" }]);
  assert.deepEqual(read("preToolUse", "preToolUse.grep")?.uses, [{ kind: "search", path: "." }]);
});

test("arguments may be JSON in a text", () => {
  assert.deepEqual(dialect.read("preToolUse", { cwd: "/shop", toolName: "view", toolArgs: "{\"path\":\".env\"}" })?.uses, [{ kind: "read", path: ".env" }]);
  assert.deepEqual(dialect.read("preToolUse", { cwd: "/shop", toolName: "apply_patch", toolArgs: "*** Begin Patch\n*** Update File: a.ts\n*** End Patch" })?.uses, [{ kind: "write", path: "a.ts" }]);
});

test("a result travels in its own shape", () => {
  assert.deepEqual(read("postToolUse", "postToolUse.view")?.subject, { resultType: "success", textResultForLlm: "API_KEY=CANARY-violet-heron\n" });
});

test("what is no message is not understood", () => {
  for (const payload of [null, 1, [], "x", {}]) assert.equal(dialect.read("preToolUse", payload), undefined);
  assert.equal(read("sessionStart")?.moment, "other");
});

test("answers are in the form that was measured", () => {
  assert.deepEqual(written("preToolUse", "allow"), {});
  assert.deepEqual(written("preToolUse", "block"), { permissionDecision: "deny", permissionDecisionReason: "because" });
  assert.deepEqual(written("preToolUse", "redact", { q: "masked" }), { modifiedArgs: { q: "masked" } });
  assert.deepEqual(written("postToolUse", "redact", { resultType: "success", textResultForLlm: "masked" }), { modifiedResult: { resultType: "success", textResultForLlm: "masked" } });
  assert.deepEqual(written("postToolUse", "block"), { modifiedResult: { resultType: "success", textResultForLlm: "because" } });
  assert.deepEqual(written("userPromptSubmitted", "block"), { decision: "block", reason: "because" });
  assert.deepEqual(written("userPromptSubmitted", "redact", "masked"), { modifiedPrompt: "masked" });
});
