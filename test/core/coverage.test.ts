import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readCoverage } from "../../scripts/coverageText.mjs";
import { coverage, differencesFrom, type CoverageEntry } from "../../src/core/coverage.ts";

const entry: CoverageEntry = { door: "clipboard", route: "a", lever: "key", strength: "self-tested" };
const row = { door: "clipboard", route: "a", lever: "key", on: "refused" };

test("rows as listed make no difference, nor doors that were not measured", () => {
  assert.deepEqual(differencesFrom([entry], [row]), []);
  assert.deepEqual(differencesFrom([entry], []), []);
});

test("a route that is missing, new, or other than listed is told", () => {
  assert.match(differencesFrom([entry, { ...entry, route: "b" }], [row])[0] ?? "", /b was not measured/);
  assert.match(differencesFrom([], [row])[0] ?? "", /not in the list/);
  assert.match(differencesFrom([entry], [{ ...row, lever: "menu" }])[0] ?? "", /measured was menu/);
  assert.match(differencesFrom([entry], [{ ...row, on: "no lever" }])[0] ?? "", /measured was no lever/);
});

test("the list says what docs/coverage.md says was measured", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/coverage.md"), "utf8");
  assert.deepEqual(differencesFrom(coverage, readCoverage(page)), []);
});

test("no route stands in the list twice", () => assert.equal(new Set(coverage.map(({ door, route }) => `${door} ${route}`)).size, coverage.length));
