import assert from "node:assert/strict";
import { test } from "node:test";
import { findAllowed } from "../../../src/core/silence/allowComments.ts";
import type { Finding } from "../../../src/core/request.ts";

/** Texts mark each finding as `«value»`; the answer is the values that are allowed. */
function allowed(marked: string, over: Partial<Finding> = {}): readonly string[] {
  const findings: Finding[] = [];
  let text = "";
  for (const [index, part] of marked.split(/[«»]/).entries()) {
    if (index % 2 === 1) findings.push({ detector: "github-token", kind: "secret", tier: "likely", start: text.length, end: text.length + part.length, ...over });
    text += part;
  }
  return Array.from(findAllowed(text, findings), ({ start, end }) => text.slice(start, end));
}

test("ours names the detector and a reason, beside the value or alone on the line before", () => {
  assert.deepEqual(allowed('a = "«one»" // gatelodge:allow github-token made up for this test\nb = "«two»"'), ["one"]);
  assert.deepEqual(allowed('# gatelodge:allow github-token made up for this test\na = "«one»"\nb = "«two»"'), ["one"]);
  assert.deepEqual(allowed("<!-- gatelodge:allow github-token of the manual -->\r\n<a>«one»</a>\r\n"), ["one"]);
  assert.deepEqual(allowed('# gatelodge:allow aws-key of the manual\n# gatelodge:allow github-token of the manual\na = "«one»"'), ["one"]);
});

test("ours without a reason, for another detector, outside of a comment, or further away says nothing", () => {
  for (const text of [
    "a = «one» // gatelodge:allow github-token", "a = «one» // gatelodge:allow github-token */", "a = «one» // gatelodge:allow github-token ok", "a = «one» // gatelodge:allow the token is made up",
    "a = «one» // gatelodge:allow * made up for tests", "a = «one» gatelodge:allow github-token made up for tests", "# gatelodge:allow github-token made up for tests\n\na = «one»",
    "b() // gatelodge:allow github-token made up for tests\na = «one»", "a = «one»\n# gatelodge:allow github-token made up for tests",
  ]) assert.deepEqual(allowed(text), [], text);
});

test("gitleaks:allow counts anywhere on the line, on the first or last of several", () => {
  assert.deepEqual(allowed('a = "«one»" #gitleaks:allow\nb = "«two»"'), ["one"]);
  assert.deepEqual(allowed('k = """«one\nmore»""" # gitleaks:allow'), ["one\nmore"]);
  assert.deepEqual(allowed("# gitleaks:allow\na = «one»"), []);
});

test("secretlint's directives: line, next line, and from disable to enable", () => {
  assert.deepEqual(allowed("«one» // secretlint-disable-line\n«two»"), ["one"]);
  assert.deepEqual(allowed("/* secretlint-disable-next-line */\n«one»\n«two»"), ["one"]);
  assert.deepEqual(allowed("«zero»\n// secretlint-disable\n«one»\n«two»\n// secretlint-enable\n«three»"), ["one", "two"]);
  assert.deepEqual(allowed("# secretlint-disable -- examples of the manual\n«one»"), ["one"]);
});

test("secretlint's directives that name rules are about these", () => {
  assert.deepEqual(allowed("/* secretlint-disable @secretlint/secretlint-rule-github */\n«one»"), ["one"]);
  assert.deepEqual(allowed("/* secretlint-disable @secretlint/secretlint-rule-slack, @secretlint/secretlint-rule-aws -- x */\n«one»"), []);
  assert.deepEqual(allowed("// secretlint-disable\n// secretlint-enable @secretlint/secretlint-rule-slack\n«one»"), ["one"]);
  assert.deepEqual(allowed("// secretlint-disable because of tests\n«one»"), []);
});

test("detect-secrets' pragma: this line, or the next one, in a comment", () => {
  assert.deepEqual(allowed("a = «one»  # pragma: allowlist secret\n«two»"), ["one"]);
  assert.deepEqual(allowed("a = «one» // pragma:whitelist secret"), ["one"]);
  assert.deepEqual(allowed("# pragma: allowlist nextline secret\na = «one»\nb = «two»"), ["one"]);
  assert.deepEqual(allowed("a = «one» pragma: allowlist secret"), []);
});

test("a comment inside a value says nothing, nor one far away on an endless line", () => {
  assert.deepEqual(allowed("a = «one # gitleaks:allow»"), []);
  assert.deepEqual(allowed(`a = «one»${";".repeat(2000)}// gitleaks:allow`), []);
  assert.deepEqual(allowed(`a = «one»${";".repeat(500)}// gitleaks:allow`), ["one"]);
});

test("only ours speaks of personal data, and none of hidden text, marks and what steers assistants", () => {
  assert.deepEqual(allowed("«one» # gitleaks:allow", { kind: "personal" }), []);
  assert.deepEqual(allowed("«one» # gatelodge:allow github-token made up for tests", { kind: "personal" }), ["one"]);
  for (const kind of ["hidden", "marker", "steering"] as const) assert.deepEqual(allowed("«one» # gatelodge:allow github-token made up for tests", { kind }), []);
});

test("a megabyte of comments and findings takes no more than a moment", () => {
  const start = performance.now();
  assert.equal(allowed("# gatelodge:allow github-token made up for tests\na = «1234567890»\n".repeat(15_000)).length, 15_000);
  assert.equal(allowed(`${"// secretlint-disable ".repeat(40_000)}\n«one»`).length, 0);
  allowed("# gatelodge:allow a: ".repeat(50_000) + "«one»");
  assert.ok(performance.now() - start < 2000, `${performance.now() - start} ms`);
});
