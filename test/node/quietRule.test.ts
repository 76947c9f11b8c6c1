import assert from "node:assert/strict";
import { test } from "node:test";
import { addQuietRule } from "../../src/node/quietRule.ts";
import { readPolicyText } from "../../src/node/policyFile.ts";

const entry = { id: "password-assignment", reason: "Made-up passwords: of tests" };
const quietOf = (text: string | undefined) => {
  const parsed = readPolicyText(text ?? "");
  return parsed.ok ? parsed.document.detectors?.quiet : undefined;
};

test("an empty file becomes a policy with the rule", () => assert.deepEqual(quietOf(addQuietRule("", entry)), [entry]));

test("comments and what else is there stay", () => {
  const text = addQuietRule("# ours\nversion: 1\ndetectors:\n  off: [iban] # not here\n  quiet:\n    - { id: a, reason: because }\n", entry);
  assert.match(text ?? "", /^# ours\nversion: 1\ndetectors:\n {2}off: \[ ?iban ?\] # not here/);
  assert.deepEqual(quietOf(text), [{ id: "a", reason: "because" }, entry]);
});

test("a file with errors is left alone", () => {
  for (const text of ["version: 2\n", "version: 1\ndetectors: 7\n", "a: [\n", "- 1\n"]) assert.equal(addQuietRule(text, entry), undefined, text);
});
