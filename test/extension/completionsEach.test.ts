import assert from "node:assert/strict";
import { test } from "node:test";
import { eachOnItsOwn } from "../../src/extension/guards/completions/eachOnItsOwn.ts";

test("one document that cannot be judged is stopped, and the others are judged", () => {
  const judge = (name: string) => {
    if (name === "loop") throw new TypeError("CANARY");
    return `${name} judged`;
  };
  assert.deepEqual(eachOnItsOwn(["a", "loop", "b"], judge, (name, error) => `${name} stopped: ${(error as Error).name}`), ["a judged", "loop stopped: TypeError", "b judged"]);
});
