import assert from "node:assert/strict";
import { test } from "node:test";
import { isOneEdit, lookAlike } from "../../../../src/inventory/tools/agents/lookAlike.ts";

test("one letter more, less, other or exchanged is one edit, no letter and two are not", () => {
  for (const other of ["claudecode1", "claudecod", "claudecade", "cluadecode", "xclaudecode"]) assert.ok(isOneEdit("claudecode", other), other);
  for (const other of ["claudecode", "claudecodexx", "cladecod", "gemini", ""]) assert.ok(!isOneEdit("claudecode", other), other);
});

test("an agent's own package is no look-alike of itself, and short or everyday names are none of an agent", () => {
  for (const [registry, name] of [["npm", "@anthropic-ai/claude-code"], ["pypi", "aider-chat"], ["npm", "droid"], ["npm", "goose"], ["npm", "code"], ["npm", "typescript"]] as const) assert.equal(lookAlike(registry, name), undefined, name);
});
