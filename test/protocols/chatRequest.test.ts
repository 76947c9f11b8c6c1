import assert from "node:assert/strict";
import { test } from "node:test";
import { writeChatRequest } from "../../src/protocols/chatRequest.ts";

const plain = { model: "m", turns: [], tools: [], mustCall: false, options: {} };

test("turns become messages whose content is a string", () => {
  const { messages } = writeChatRequest({ ...plain, turns: [
    { role: "system", text: "be brief" }, { role: "user", text: "hi" },
    { role: "assistant", text: "", calls: [{ id: "c", name: "run", input: { x: 1 } }] }, { role: "tool", callId: "c", text: "done" }, { role: "assistant", text: "ok", calls: [] },
  ] });
  assert.deepEqual(messages, [
    { role: "system", content: "be brief" }, { role: "user", content: "hi" },
    { role: "assistant", content: "", tool_calls: [{ id: "c", type: "function", function: { name: "run", arguments: '{"x":1}' } }] },
    { role: "tool", tool_call_id: "c", content: "done" }, { role: "assistant", content: "ok" },
  ]);
});

test("tools are offered where there are any, and one is asked for where one must be called", () => {
  assert.deepEqual(writeChatRequest({ ...plain, mustCall: true }), { model: "m", messages: [] });
  const asked = writeChatRequest({ ...plain, mustCall: true, tools: [{ name: "run", description: "runs" }] });
  assert.deepEqual(asked["tools"], [{ type: "function", function: { name: "run", description: "runs", parameters: { type: "object", properties: {} } } }]);
  assert.equal(asked["tool_choice"], "required");
});

test("options of the caller stand beside, never in the place of model and messages", () => {
  assert.deepEqual(writeChatRequest({ ...plain, options: { temperature: 0, model: "other", messages: "mine" } }), { temperature: 0, model: "m", messages: [] });
});
