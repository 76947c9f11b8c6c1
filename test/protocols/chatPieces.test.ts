import assert from "node:assert/strict";
import { test } from "node:test";
import { createToolCalls, readChatPiece } from "../../src/protocols/chatPieces.ts";

const calls = (...pieces: readonly object[]) => {
  const put = createToolCalls();
  for (const piece of pieces) put.add(readChatPiece({ choices: [piece] }).calls);
  return put.end();
};

test("text of a piece and of a whole answer, of the first choice, without what the model thought", () => {
  assert.equal(readChatPiece({ choices: [{ delta: { content: "a", reasoning_content: "hm" } }, { delta: { content: "b" } }] }).text, "a");
  assert.equal(readChatPiece({ choices: [{ message: { content: "whole" } }] }).text, "whole");
  for (const piece of [{}, { choices: [] }, { choices: [{ delta: { content: null } }] }, { choices: "x" }]) assert.equal(readChatPiece(piece).text, "");
});

test("calls that come in pieces are put together, side by side", () => {
  assert.deepEqual(calls(
    { delta: { tool_calls: [{ index: 0, id: "a", function: { name: "run", arguments: '{"x"' } }, { index: 1, id: "b", function: { name: "look", arguments: "{}" } }] } },
    { delta: { tool_calls: [{ index: 0, function: { arguments: ":1}" } }] } },
  ), [{ id: "a", name: "run", input: { x: 1 } }, { id: "b", name: "look", input: {} }]);
});

test("calls of an answer in one piece, with an object for arguments, with what is no JSON, without an id or a name", () => {
  assert.deepEqual(calls({ message: { tool_calls: [{ function: { name: "run", arguments: { x: 1 } } }, { id: "b", function: { name: "run", arguments: "{oops" } }, { id: "c", function: {} }] } }), [{ id: "call-0", name: "run", input: { x: 1 } }, { id: "b", name: "run", input: {} }]);
});

test("why a server broke off, in its own words, but not more than a line of them", () => {
  assert.equal(readChatPiece({ error: { message: "out of memory" } }).error, "out of memory");
  assert.equal(readChatPiece({ error: "gone" }).error, "gone");
  assert.equal(readChatPiece({ error: "x".repeat(1000) }).error?.length, 300);
});
