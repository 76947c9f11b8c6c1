import assert from "node:assert/strict";
import { test } from "node:test";
import { compareCoverage, readCoverage, renderCoverage } from "../../scripts/coverageText.mjs";

const refused = { door: "clipboard", route: "Ctrl+C", lever: "keybinding", off: "arrives", on: "refused" };
const wiped = { door: "clipboard", route: "a | b", lever: "overwritten", off: "arrives", on: "wiped within 40 ms" };

test("a page says what was measured, times as limits", () => {
  const page = renderCoverage([refused, wiped]);
  assert.match(page, /^## clipboard$/m);
  assert.deepEqual(readCoverage(page), [refused, { ...wiped, on: "wiped in under 250 ms" }]);
});

test("the page does not change when a time changes a little", () => {
  assert.equal(renderCoverage([wiped]), renderCoverage([{ ...wiped, on: "wiped within 90 ms" }]));
});

test("the same verdicts hold", () => {
  const page = renderCoverage([refused, wiped]);
  assert.deepEqual(compareCoverage(page, [refused, { ...wiped, on: "wiped within 300 ms" }]), []);
});

test("another verdict, a lost lever, a much longer time, a missing and a new route are problems", () => {
  const page = renderCoverage([refused, wiped]);
  const one = (rows: Parameters<typeof renderCoverage>[0], pattern: RegExp) => {
    const problems = compareCoverage(page, rows);
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? "", pattern);
  };
  one([{ ...refused, on: "arrives" }, wiped], /Ctrl\+C: the page says "refused" \(on\), the test "arrives"/);
  one([{ ...refused, lever: "none" }, wiped], /lever/);
  one([{ ...refused, off: "refused" }, wiped], /off/);
  one([refused, { ...wiped, on: "wiped within 501 ms" }], /501/);
  one([refused], /a \| b was not measured/);
  one([refused, wiped, { ...refused, route: "Ctrl+X" }], /Ctrl\+X is not on the page/);
});
