import assert from "node:assert/strict";
import { test } from "node:test";
import type { LayerSource, Policy } from "../../src/core/policy/policy.ts";
import { associationGlobs } from "../../src/extension/guards/completions/associationGlobs.ts";

const withPaths = (source: LayerSource, paths: readonly string[], root?: string, except: readonly string[] = []) => ({
  labels: ["internal", "restricted"], defaultLabel: "internal", destinations: [],
  classification: [{ id: "x", label: "restricted", paths, except, origin: { source, ...(root === undefined ? {} : { root }) } }],
}) as unknown as Policy;

test("a repository's globs hold below its folder, whose name is no glob", () => {
  assert.deepEqual(associationGlobs(withPaths("repository", ["src/a/**", "*.cs"], "/w/[x]")), ["/w/[[]x[]]/src/a/**", "/w/[[]x[]]/**/*.cs"]);
});

test("a user's and the machine's globs hold anywhere, also where no folder is open", () => {
  assert.deepEqual(associationGlobs(withPaths("user", ["src/a/**", "*.cs", "**/b.txt", "~/c", "/d/e"])), ["**/src/a/**", "**/*.cs", "**/b.txt", "**/c", "/d/e"]);
  assert.deepEqual(associationGlobs(withPaths("machine", ["*.cs"])), ["**/*.cs"]);
});

test("entries with exceptions are associated, the built-in ones are package.json's", () => {
  assert.deepEqual(associationGlobs(withPaths("user", ["*.cs"], undefined, ["a.cs"])), ["**/*.cs"]);
  assert.deepEqual(associationGlobs(withPaths("builtin", ["*.cs"])), []);
});
