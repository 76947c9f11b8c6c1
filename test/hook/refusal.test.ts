/** When nothing can be looked at, the refusal is in the client's own form: to some clients an exit code says nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { refuseCall } from "../../src/hook/answerCall.ts";

const refusal = (assistant: string, event: string) => refuseCall({ assistant, event }, "cannot answer");

test("a prompt and a tool are refused in the form that the client obeys", () => {
  assert.match(refusal("github-copilot", "userPromptSubmitted")?.stdout ?? "", /"decision":"block"/);
  assert.match(refusal("claude-code", "PreToolUse")?.stdout ?? "", /"permissionDecision":"deny"/);
  assert.match(refusal("codex", "PostToolUse")?.stdout ?? "", /"decision":"block"/);
});

test("of an assistant that nobody knows there is no form", () => {
  assert.equal(refusal("nobody", "PreToolUse"), undefined);
});
