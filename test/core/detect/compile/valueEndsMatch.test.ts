import assert from "node:assert/strict";
import { test } from "node:test";
import { valueEndsMatch } from "../../../../src/core/detect/compile/valueEndsMatch.ts";

test("a value ends the match when nothing that is taken stands behind its group", () => {
  for (const { source } of [/abc/, /k=(\w{3})/, /(?<!a)(k\w{3})(?![a-z])/, /(?<name>a)(?<value>b)$/, /k[(](\w)(?=[;\\])/]) assert.ok(valueEndsMatch(source), source);
  for (const { source } of [/(k)\w/, /(k){1,2}/, /(a)|b/, /(?:k(\w))?/, /(?<value>a)(?<rest>b)/, /(a)(b)/]) assert.ok(!valueEndsMatch(source), source);
});
