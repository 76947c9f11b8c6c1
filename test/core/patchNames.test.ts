import assert from "node:assert/strict";
import { test } from "node:test";
import { patchNames } from "../../src/core/patchNames.ts";

test("files that a patch changes, makes, removes, renames or copies", () => {
  assert.deepEqual(patchNames("--- a/src/a.ts\t2026-01-01\n+++ b/src/a.ts\n@@ -1 +1 @@\n-x\n+y\n"), ["a/src/a.ts", "b/src/a.ts"]);
  assert.deepEqual(patchNames("--- /dev/null\n+++ b/new.ts\n"), ["b/new.ts"]);
  assert.deepEqual(patchNames("diff --git a/x.json b/.claude/settings.json\nsimilarity index 100%\nrename from x.json\nrename to .claude/settings.json\n"), ["x.json", ".claude/settings.json", "a/x.json", "b/.claude/settings.json"]);
  assert.deepEqual(patchNames("copy from x\ncopy to y z\n"), ["y z"]);
  assert.deepEqual(patchNames("*** Begin Patch\n*** Update File: a.ts\n*** Move to: b.ts\n*** Delete File: c.ts\n*** End Patch\n"), ["a.ts", "b.ts", "c.ts"]);
  assert.deepEqual(patchNames("*** old.c\t1\n--- new.c\t2\n***************\n*** 1,2 ****\n"), ["old.c", "new.c", "1,2 ****"]);
  assert.deepEqual(patchNames("Index: trunk/a.c\n"), ["trunk/a.c"]);
});

test("names that git quotes", () => assert.deepEqual(patchNames("+++ \"b/\\056claude/settings.json\"\n"), ["b/.claude/settings.json"]));

test("a text without headlines names none", () => assert.deepEqual(patchNames("npm test && git commit -m x\n"), []));
