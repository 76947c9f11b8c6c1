import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { policySchema } from "../../../src/core/policy/policySchema.ts";

const file = join(import.meta.dirname, "../../../docs/policy.schema.json");

test("docs/policy.schema.json is the schema the program uses (GATELODGE_WRITE_SCHEMA=1 writes it anew)", () => {
  const expected = `${JSON.stringify(policySchema, undefined, 2)}\n`;
  if (process.env["GATELODGE_WRITE_SCHEMA"] === "1") writeFileSync(file, expected);
  assert.equal(readFileSync(file, "utf8").replaceAll("\r\n", "\n"), expected);
});
