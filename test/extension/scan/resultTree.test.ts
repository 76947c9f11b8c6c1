import assert from "node:assert/strict";
import { test } from "node:test";
import { toResultMessage, toResultTree } from "../../../src/extension/scan/resultTree.ts";
import { createSummary } from "../../../src/node/scan/scanSummary.ts";

const finding = { detector: "github-token", kind: "secret", tier: "certain", start: 3, end: 43, line: 1, character: 2, endLine: 1, endCharacter: 42 } as const;

function summarise() {
  const { current, add } = createSummary(({ tier }) => tier !== "possible");
  add({ path: "/shop/a.ts", outcome: { kind: "scanned", dropped: { marked: 1, comments: 0, baseline: 0, rules: 0 }, findings: [finding, { ...finding, tier: "possible" }] } });
  add({ path: "/shop/b.bin", outcome: { kind: "skipped", what: "binary" } });
  return { current, add };
}
const name = (path: string) => path.replace("/shop/", "");

test("a file has its findings below it, each with its place", () => {
  const [file, ...others] = toResultTree(summarise().current, name);
  assert.deepEqual([file?.label, file?.description, file?.place, others], ["a.ts", "1", undefined, []]);
  assert.deepEqual(file?.children, [{ label: "Line 2: github-token", description: "certain secret, 40 characters", file: "/shop/a.ts", place: { line: 1, character: 2, endLine: 1, endCharacter: 42 }, children: [] }]);
});

test("what was not scanned comes last, with its reason, and is in the message", () => {
  const { current, add } = summarise();
  add({ path: "/shop/c.sql", outcome: { kind: "unscanned", why: "it took too long" } });
  const last = toResultTree(current, name).at(-1);
  assert.deepEqual(last?.children.map(({ label, description }) => [label, description]), [["c.sql", "it took too long"]]);
  assert.equal(toResultMessage(current, false), "1 finding, 1 file scanned, 1 less certain finding not shown, 1 finding silenced by marks, comments, the baseline or turned-down rules, 1 binary file passed over, 1 file NOT scanned.");
  assert.match(toResultMessage(current, true), /^Cancelled\. /);
});
