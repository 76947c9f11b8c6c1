/** SARIF 2.1.0: what its schema requires of the parts that are used. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { toSarif } from "../../src/cli/scan/sarifReport.ts";
import { createSummary } from "../../src/node/scan/scanSummary.ts";

const summary = createSummary(() => true);
const place = { start: 3, end: 9, line: 1, character: 2, endLine: 1, endCharacter: 8 };
summary.add({ path: "src/a b#ü.ts", outcome: { kind: "scanned", dropped: { marked: 0, comments: 0, baseline: 0, rules: 0 }, findings: [{ detector: "github-token", kind: "secret", tier: "certain", ...place }, { detector: "iban", kind: "personal", tier: "possible", ...place }] } });
summary.add({ path: "..\\c.ts", outcome: { kind: "scanned", dropped: { marked: 0, comments: 0, baseline: 0, rules: 0 }, findings: [{ detector: "github-token", kind: "secret", tier: "likely", ...place }] } });
summary.add({ path: "large.bin", outcome: { kind: "unscanned", why: "it is too large" } });

interface Location { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region?: Readonly<Record<string, number>> } }
interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly { readonly id: string; readonly shortDescription: { readonly text: string } }[] } };
    readonly columnKind: string;
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly { readonly level: string; readonly message: { readonly text: string }; readonly locations: readonly Location[] }[] }[];
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly level: string; readonly message: { readonly text: string }; readonly locations: readonly Location[] }[];
  }[];
}
const sarif = JSON.parse(JSON.stringify(toSarif(summary.current))) as Sarif;
const [run] = sarif.runs;
assert.ok(run);

test("a log names its version, and its run the tool", () => {
  assert.equal(sarif.version, "2.1.0");
  assert.ok(sarif.$schema.endsWith("sarif-2.1.0.json"));
  assert.ok(run.tool.driver.name.length > 0 && /^\d+\.\d+\.\d+$/.test(run.tool.driver.version));
  assert.equal(run.columnKind, "utf16CodeUnits");
});

test("every result has a message, a level, a rule that is there, and a place that counts from one", () => {
  assert.equal(run.results.length, 3);
  for (const { ruleId, ruleIndex, level, message, locations } of run.results) {
    assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
    assert.ok(["none", "note", "warning", "error"].includes(level));
    assert.ok(message.text.length > 0);
    assert.deepEqual(locations[0]?.physicalLocation.region, { startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 });
  }
  assert.deepEqual(run.results.map(({ level }) => level), ["error", "note", "warning"]);
});

test("rules are there once", () => {
  assert.deepEqual(run.tool.driver.rules.map(({ id }) => id), ["github-token", "iban"]);
});

test("places are relative references that lead to the file", () => {
  const uris = run.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri ?? "");
  assert.deepEqual(uris, ["src/a%20b%23%C3%BC.ts", "src/a%20b%23%C3%BC.ts", "../c.ts"]);
  assert.equal(new URL(uris[0] ?? "", "file:///shop/").pathname, "/shop/src/a%20b%23%C3%BC.ts");
});

test("what was not scanned makes a run unsuccessful and is named", () => {
  const [invocation] = run.invocations;
  assert.equal(invocation?.executionSuccessful, false);
  assert.deepEqual(invocation.toolExecutionNotifications.map(({ level, message, locations }) => [level, message.text, locations[0]?.physicalLocation.artifactLocation.uri]), [["warning", "Not scanned: it is too large.", "large.bin"]]);
});
