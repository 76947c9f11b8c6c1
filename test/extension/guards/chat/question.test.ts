import assert from "node:assert/strict";
import { test } from "node:test";
import { toQuestion } from "../../../../src/extension/guards/chat/question.ts";

const read = (argument: unknown) => {
  const { text, before, attached } = toQuestion(argument);
  return { text, before, attached };
};

test("a question that is sent at once is read, one that is only filled in is not", () => {
  assert.equal(read("why").text, "why");
  assert.equal(read({ query: "why" }).text, "why");
  assert.equal(read({ query: "why", isPartialQuery: true }).text, "");
  assert.equal(read({ inputValue: "why" }).text, "why");
  assert.equal(read({ inputValue: "why", isPartialQuery: true }).text, "");
  assert.deepEqual(read(undefined), { text: "", before: [], attached: [] });
});
test("inline chat's message is read when it sends itself", () => {
  assert.equal(read({ message: "why", autoSend: true }).text, "why");
  assert.equal(read({ message: "why" }).text, "");
});
test("a conversation that is made up to stand before the question is read to the last part", () => {
  assert.deepEqual(read({ query: "", previousRequests: [{ request: "one", response: "two" }, { request: "three", response: [{ value: "four" }] }] }).before, ["one", "two", "three", "four"]);
});
test("files come with it under four names, and a picture of the window", () => {
  assert.deepEqual(read({ attachFiles: [1], attachHistoryItemChanges: [2], attachHistoryItemChangeRanges: [3], attachments: [4] }).attached, [[1], [2], [3], [4]]);
  assert.equal(toQuestion({ attachScreenshot: true }).pictured, true);
});
test("a draft keeps all but the text, and waits", () => {
  assert.deepEqual(toQuestion({ query: "why", mode: "ask" }).draftOf("w"), { query: "w", mode: "ask", isPartialQuery: true });
  assert.deepEqual(toQuestion({ message: "why", autoSend: true }).draftOf("w"), { message: "w", autoSend: false });
  assert.deepEqual(toQuestion({ inputValue: "why", agentMode: true }).draftOf("w"), { inputValue: "w", agentMode: true, isPartialQuery: true });
  assert.deepEqual(toQuestion("why").draftOf("w"), { query: "w", isPartialQuery: true });
});
