import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../src/core/request.ts";
import type { FindingsReport } from "../../src/core/wire.ts";
import { createReports, whyUndecided } from "../../src/extension/languageReports.ts";

const uri = "file:///a.ts";
const key = (start: number): Finding => ({ detector: "github-token", kind: "secret", tier: "likely", start, end: start + 40 });
const report = (version: number, findings: readonly Finding[] = [], undecided?: string): FindingsReport => ({ uri, version, findings, ...(undecided === undefined ? {} : { undecided }) });

test("the last report of a document counts", () => {
  const reports = createReports();
  assert.equal(reports.put(report(1)), true);
  assert.equal(reports.put(report(2, [key(5)])), true);
  assert.deepEqual(reports.findings(uri), [key(5)]);
});

test("a report that comes late does not replace a newer one", () => {
  const reports = createReports();
  reports.put(report(2, [key(5)]));
  assert.equal(reports.put(report(1)), false);
  assert.deepEqual(reports.findings(uri), [key(5)]);
});

test("a finding that only moved is kept, and changes nothing for the guards", () => {
  const reports = createReports();
  reports.put(report(1, [key(5)]));
  assert.equal(reports.put(report(2, [key(7)])), false);
  assert.deepEqual(reports.findings(uri), [key(7)]);
});

test("no report and an undecided one are not the same as nothing found", () => {
  const reports = createReports();
  assert.equal(reports.findings(uri), undefined);
  assert.equal(reports.put(report(1, [], "it is too large")), true);
  assert.equal(reports.findings(uri), undefined);
  assert.equal(reports.get(uri)?.undecided, "it is too large");
  reports.put(report(2));
  assert.deepEqual(reports.findings(uri), []);
});

test("a closed document is forgotten, so that its next first version counts", () => {
  const reports = createReports();
  reports.put(report(9, [key(5)]));
  reports.drop(uri);
  assert.equal(reports.put(report(1)), true);
});

test("what was forgotten is not looked through", () => {
  const reports = createReports();
  reports.put(report(1));
  reports.clear();
  assert.equal(reports.findings(uri), undefined);
});

test("a server that is down or could not look makes a document undecided, one that is just starting does not", () => {
  assert.equal(whyUndecided("starting", undefined), undefined);
  assert.equal(whyUndecided("running", undefined), undefined);
  assert.equal(whyUndecided("running", report(1)), undefined);
  assert.match(whyUndecided("running", report(1, [], "it is too large")) ?? "", /too large/);
  assert.match(whyUndecided("restarting", undefined) ?? "", /not running/);
  assert.match(whyUndecided("stopped", undefined) ?? "", /not running/);
});

test("a document that the running server does not answer for is undecided, whatever it said before", () => {
  assert.match(whyUndecided("running", report(1), true) ?? "", /not answered/);
  assert.equal(whyUndecided("starting", undefined, true), undefined);
});
