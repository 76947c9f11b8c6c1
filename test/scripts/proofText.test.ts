import assert from "node:assert/strict";
import { test } from "node:test";
import { compareProof, renderProof, type ProofRow } from "../../scripts/proofText.mjs";

const row = (rest: Partial<ProofRow>): ProofRow => ({ client: "codex", version: "1.0.0", scope: "user", case: "read", guard: "on", leaked: false, expected: false, ...rest });
const rows = [row({ guard: "off", leaked: true, expected: true }), row({}), row({ case: "switch", leaked: true, expected: true, limit: "it can be turned off" }), row({ case: "readme", leaked: true, expected: true, benign: true })];

test("the page says what arrived, and why where nothing can be done", () => {
  const page = renderProof(rows, "");
  assert.match(page, /\| read \| user \| arrives \| does not arrive \|/);
  assert.match(page, /\| switch \| user \| not run \| \*\*arrives\*\*: it can be turned off \|/);
  assert.match(page, /\| readme \| unchanged \|/);
  assert.deepEqual(compareProof(page, rows), []);
});

test("another result, another version and another case are noticed", () => {
  const page = renderProof(rows, "");
  assert.ok(compareProof(page, [...rows.slice(0, 1), row({ leaked: true }), ...rows.slice(2)]).some((problem) => problem.includes("arrived")));
  assert.ok(compareProof(page, rows.map((each) => ({ ...each, version: "2.0.0" }))).length > 0);
  assert.ok(compareProof(page, rows.slice(0, 2)).length > 0);
});

test("a client that did not run keeps its part of the page", () => {
  const both = renderProof([row({ client: "claude-code" })], renderProof(rows, ""));
  assert.match(both, /## claude-code 1\.0\.0[^]*## codex 1\.0\.0/);
  assert.deepEqual(compareProof(both, rows), []);
});
