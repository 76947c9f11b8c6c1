import assert from "node:assert/strict";
import { test } from "node:test";
import { tokensIn } from "../../../../src/extension/guards/model/tokensIn.ts";
import { toTurns } from "../../../../src/extension/guards/model/toTurns.ts";

const turnsOf = (role: number, ...content: readonly unknown[]) => {
  const read = toTurns([{ role, content }]);
  return "turns" in read ? read.turns : read;
};
const bytes = (text: string) => new TextEncoder().encode(text);

test("parts of a message are one text; attachments that are text belong to it", () => {
  assert.deepEqual(turnsOf(1, { value: "a" }, { mimeType: "text/plain", data: bytes("b") }, { mimeType: "application/json", data: bytes("{}") }), [{ role: "user", text: "ab{}" }]);
  assert.deepEqual(turnsOf(3, { value: "a" }), [{ role: "system", text: "a" }]);
});

test("an assistant's calls stay with it, what tools gave comes before what the person says next", () => {
  assert.deepEqual(turnsOf(2, { value: "so" }, { callId: "c", name: "run", input: { x: 1 } }), [{ role: "assistant", text: "so", calls: [{ id: "c", name: "run", input: { x: 1 } }] }]);
  assert.deepEqual(turnsOf(1, { callId: "c", content: [{ value: "one" }, { value: { node: "two" } }] }, { value: "and?" }), [{ role: "tool", callId: "c", text: 'one{"node":"two"}' }, { role: "user", text: "and?" }]);
  assert.deepEqual(turnsOf(1, { callId: "c", content: [] }), [{ role: "tool", callId: "c", text: "" }]);
});

test("a picture is named, in a message as in what a tool gave", () => {
  const picture = { mimeType: "image/png", data: bytes("x") };
  for (const read of [turnsOf(1, picture), turnsOf(1, { callId: "c", content: [{ value: "see" }, picture] })]) assert.match(JSON.stringify(read), /"unseen":"the request holds a picture/);
});

test("marks for another server, and what a model thought, are left out", () => {
  assert.deepEqual(turnsOf(2, { mimeType: "cache_control", data: bytes("ephemeral") }, { value: "hm", id: "t", metadata: {} }, { value: "so" }, 7, null), [{ role: "assistant", text: "so", calls: [] }]);
});

test("tokens are guessed, more for more text, and for messages too", () => {
  assert.equal(tokensIn("abcdef"), 2);
  assert.ok(tokensIn("ä") > 0 && tokensIn({ role: 1, content: [{ value: "x".repeat(300) }] }) > 100);
});
