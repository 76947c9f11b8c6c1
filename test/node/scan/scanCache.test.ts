import assert from "node:assert/strict";
import { readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Finding } from "../../../src/core/request.ts";
import { cacheFileFor, pruneScanCaches, readScanCache, toCacheKey, writeScanCache } from "../../../src/node/scan/scanCache.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const finding: Finding = { detector: "x", kind: "secret", tier: "likely", start: 3, end: 9 };
const [clean, dirty] = ["clean", "dirty"].map((text) => toCacheKey(Buffer.from(text))) as [string, string];

test("what is written for some rules is read for the same ones only, and by the user only", (context) => {
  const file = join(temporaryFolder(context), "new", "scan.txt");
  assert.ok(writeScanCache(file, "rules", [{ key: clean, findings: [] }, { key: dirty, findings: [finding] }]));
  assert.deepEqual([...readScanCache(file, "rules")], [[clean, []], [dirty, [finding]]]);
  assert.equal(readScanCache(file, "other rules").size, 0);
  if (process.platform !== "win32") assert.deepEqual([statSync(file).mode & 0o777, statSync(join(file, "..")).mode & 0o777], [0o600, 0o700]);
});

test("a damaged cache is as good as none where it is damaged", (context) => {
  const file = join(temporaryFolder(context), "scan.txt");
  writeScanCache(file, "rules", [{ key: clean, findings: [] }, { key: dirty, findings: [finding] }]);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace('"tier":"likely"', '"tier":"no"'));
  assert.deepEqual([...readScanCache(file, "rules").keys()], [clean]);
  for (let length = 0; length < text.length; length += 1) {
    writeFileSync(file, text.slice(0, length));
    for (const [key, findings] of readScanCache(file, "rules")) assert.deepEqual(findings, key === clean ? [] : [finding]);
  }
});

test("a cache that cannot be written is no failure", (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, "file"), "");
  assert.equal(writeScanCache(join(folder, "file", "scan.txt"), "rules", []), false);
});

test("caches that nobody used for a month go", (context) => {
  const folder = temporaryFolder(context);
  const [old, young] = [cacheFileFor(folder, ["/old"]), cacheFileFor(folder, ["/young"])];
  for (const file of [old, young]) writeScanCache(file, "rules", []);
  utimesSync(old, 0, 0);
  pruneScanCaches(folder, Date.now());
  assert.equal(statSync(old, { throwIfNoEntry: false }), undefined);
  assert.ok(statSync(young).isFile());
});
