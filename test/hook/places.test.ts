import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { expandGlob, filesBelow, kindOf, resolvePlace } from "../../src/hook/places.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test("names are meant from their folder, the home or the root", () => {
  assert.deepEqual(["a", "~/a", "/a", "file:///a", "../a", "C:\\a"].map((path) => resolvePlace(path, "/shop/src", "/home/m")), ["/shop/src/a", "/home/m/a", "/a", "file:///a", "/shop/a", "C:\\a"]);
});

test("a glob stands for what the shell would make of it, or more", (context) => {
  const folder = temporaryFolder(context);
  mkdirSync(join(folder, "src"));
  for (const name of [".env", ".eslintrc", "a.ts", "src/b.ts", "src/.npmrc"]) writeFileSync(join(folder, name), "");
  const names = (glob: string) => expandGlob(join(folder, glob), 1000).files.map((file) => file.slice(folder.length + 1)).toSorted();
  assert.deepEqual(names("*"), ["a.ts", "src"]);
  assert.deepEqual(names(".e*"), [".env", ".eslintrc"]);
  assert.deepEqual(names("*/*.ts"), ["src/b.ts"]);
  assert.deepEqual(names(".en?"), [".env"]);
  assert.deepEqual(names("[.]env"), [".env"]);
  assert.deepEqual(names("**/.npmrc"), ["src/.npmrc"]);
  assert.deepEqual(names("none/*"), []);
});

test("too many files are said to be too many", (context) => {
  const folder = temporaryFolder(context);
  for (const name of ["a", "b", "c"]) writeFileSync(join(folder, name), "");
  assert.equal(filesBelow(folder, [], 2).more, true);
  assert.equal(filesBelow(folder, [], 10).more, false);
  assert.equal(expandGlob(join(folder, "*"), 2).more, true);
});

test("what no disk could hold is nothing", () => {
  assert.equal(kindOf("/a\u0000b"), undefined);
  assert.equal(kindOf("file://%zz"), undefined);
});
