import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFromGuardedPage } from "../../src/core/guardedMessages.ts";

test("a copy says what was selected and whether it was cut", () => {
  const message = { type: "copy", text: "a", cut: true };
  assert.deepEqual(parseFromGuardedPage(message), message);
});

for (const message of [{ type: "copy", text: "a" }, { type: "copy", text: { toString: "a" }, cut: false }, { type: "paste", text: "a" }, { type: "constructor" }, "copy", null]) test(`${JSON.stringify(message)} is no message of the page`, () => {
  assert.equal(parseFromGuardedPage(message), undefined);
});
