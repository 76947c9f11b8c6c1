import assert from "node:assert/strict";
import { test } from "node:test";
import { newSealKey, seal, unseal } from "../../src/node/seal.ts";

const content = new TextEncoder().encode("A=secret");

test("what is sealed is not readable, and comes back with its key", () => {
  const key = newSealKey();
  const sealed = seal(key, content);
  assert.ok(!Buffer.from(sealed).includes("secret"));
  assert.deepEqual(Buffer.from(unseal(key, sealed) ?? []).toString(), "A=secret");
});

test("another key, a changed byte or a cut gives nothing", () => {
  const key = newSealKey();
  const sealed = seal(key, content);
  assert.equal(unseal(newSealKey(), sealed), undefined);
  assert.equal(unseal(key, sealed.map((byte, index) => (index === 30 ? byte ^ 1 : byte))), undefined);
  assert.equal(unseal(key, sealed.slice(0, 20)), undefined);
});
