import assert from "node:assert/strict";
import { test } from "node:test";
import { problemChoice, withBrokenPolicy, wordProblem } from "../../../src/extension/views/problemWords.ts";
import { toProblemsPage } from "../../../src/extension/views/problemsPage.ts";

const broken = wordProblem({ kind: "broken", source: "repository", file: "/shop/gatelodge.yaml", line: 3, message: "Map keys must be unique" }, "gatelodge.yaml");

test("a problem says what, of whom, where and why", () => {
  assert.equal(broken, "broken: repository policy, gatelodge.yaml, line 3: Map keys must be unique");
  assert.equal(wordProblem({ kind: "ignored", source: "user", file: "/p", message: "it loosens" }, "p"), "ignored: user policy, p: it loosens");
});

test("the menu counts problems and shows the first, or says what it would show", () => {
  assert.deepEqual(problemChoice([broken, "another"]), { label: "$(alert) Policy problems: 2", detail: broken });
  assert.match(problemChoice([]).detail, /Files that are broken/);
});

test("the page lists them", () => {
  assert.match(toProblemsPage([broken]), /^- \*\*broken\*\*: repository policy, gatelodge\.yaml, line 3/m);
  assert.match(toProblemsPage([]), /None/);
});

test("the status tells a broken policy to eyes and ears", () => {
  const face = withBrokenPolicy({ text: "$(shield) internal", spoken: "This file is internal.", tooltip: "internal" });
  assert.match(face.text, /\$\(alert\)/);
  assert.match(face.spoken, /policy file does not hold/);
  assert.match(face.tooltip, /Policy Problems/);
});
