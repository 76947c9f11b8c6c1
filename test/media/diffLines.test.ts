import assert from "node:assert/strict";
import { test } from "node:test";
import { diffLines } from "../../media/dashboard/diffLines.ts";

const signed = (before: string, after: string) => diffLines(before, after).map(({ kind, text }) => `${{ same: " ", gone: "-", new: "+" }[kind]}${text}`);

test("lines that stay, go and come are told apart", () => {
  assert.deepEqual(signed("a\nb\nc", "a\nx\nc\nd"), [" a", "-b", "+x", " c", "+d"]);
  assert.deepEqual(signed("", "a"), ["+a"]);
  assert.deepEqual(signed("a", ""), ["-a"]);
  assert.deepEqual(signed("a\na\nb", "a\nb"), [" a", "-a", " b"]);
});

test("both texts can be had back from what is told, and a text of very many lines is told as replaced", () => {
  const lines = (many: number, from: number) => Array.from({ length: many }, (_, index) => `line ${(index * 7 + from) % 13}`).join("\n");
  for (const [before, after] of [[lines(40, 0), lines(50, 3)], [lines(5000, 0), lines(2, 1)]] as const) {
    const told = diffLines(before, after);
    assert.equal(told.filter(({ kind }) => kind !== "new").map(({ text }) => text).join("\n"), before);
    assert.equal(told.filter(({ kind }) => kind !== "gone").map(({ text }) => text).join("\n"), after);
  }
});
