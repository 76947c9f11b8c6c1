import assert from "node:assert/strict";
import { test } from "node:test";
import { asCopied, canStop, carriedAbove, sharesOf } from "../../src/core/carriedLabel.ts";
import { layer, merged } from "../support/policies.ts";

const labels = { labels: ["public", "internal", "restricted"] };

test("a label is carried only into a place below it", () => {
  assert.equal(carriedAbove(labels, "restricted", "internal"), "restricted");
  assert.equal(carriedAbove(labels, "restricted", "restricted"), undefined);
  assert.equal(carriedAbove(labels, "public", "internal"), undefined);
  assert.equal(carriedAbove(labels, undefined, "public"), undefined);
});

test("a label that the target's policy does not know is above everything", () => {
  assert.equal(carriedAbove(labels, "top-secret", "restricted"), "top-secret");
});

test("the built-in policy refuses no copy, so its door stands open; one rule shuts it", () => {
  const refusing = { rules: [{ id: "no-copy", when: { aboveCeiling: true }, channels: ["clipboard"], effect: "block" }] } as const;
  assert.equal(canStop(merged().policy, "clipboard"), false);
  assert.equal(canStop(merged(layer("user", refusing)).policy, "clipboard"), true);
  assert.equal(canStop(merged(layer("user", refusing)).policy, "install"), false);
  assert.equal(canStop(merged(layer("user", { rules: [{ ...refusing.rules[0], mode: "monitor" }] })).policy, "clipboard"), false);
  assert.equal(canStop({ ...merged(layer("user", refusing)).policy, mode: "monitor" }, "clipboard"), false);
});

test("line ends and one last line end do not make another text", () => {
  assert.equal(asCopied("a\r\nb\r\n"), asCopied("a\nb"));
  assert.notEqual(asCopied("a\n\n"), asCopied("a"));
});

test("as many lines as cursors: one each; else everything to each", () => {
  assert.deepEqual(sharesOf("a\nb\n", 2), ["a", "b"]);
  assert.deepEqual(sharesOf("a\nb\nc", 2), ["a\nb\nc", "a\nb\nc"]);
  assert.deepEqual(sharesOf("a\nb", 1), ["a\nb"]);
});
