import assert from "node:assert/strict";
import { test } from "node:test";
import { compareCoverage, mergeCoverage, readCoverage, renderCoverage } from "../../scripts/coverageText.mjs";

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

test("what a machine cannot try is no problem, and not on the page", () => {
  const page = renderCoverage([refused, wiped]);
  assert.deepEqual(compareCoverage(page, [refused, { ...wiped, lever: "", off: "", on: "", untried: "only root can" }]), []);
});

const broken = { door: "clipboard", route: "settings.json broken", lever: "none", off: "arrives", on: "no lever", faults: true } as const;

test("rows of fault tests are marked, and missed only when these ran", () => {
  const page = renderCoverage([refused, broken]);
  assert.match(page, /settings\.json broken †/);
  assert.deepEqual(readCoverage(page), [refused, broken]);
  assert.deepEqual(compareCoverage(page, [refused], { faults: false }), []);
  assert.match(compareCoverage(page, [refused], { faults: true })[0] ?? "", /settings\.json broken was not measured/);
  assert.match(compareCoverage(page, [refused, { ...broken, on: "refused" }], { faults: false })[0] ?? "", /no lever/);
});

test("a new page keeps rows of fault tests and of doors that were not measured, and drops what a measured door lost", () => {
  const chat = { ...refused, door: "chat" };
  const page = renderCoverage([refused, wiped, broken, chat]);
  assert.deepEqual(mergeCoverage(page, [refused]), [refused, chat, broken]);
  assert.deepEqual(mergeCoverage(page, [{ ...broken, on: "told" }]).map(({ route, on }) => `${route} ${on}`).includes("settings.json broken told"), true);
});
