/** Habits of the house that no lint rule knows: names, state, clocks, places. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readSources, type Source } from "./sources.ts";

const code = readSources("src", "test", "scripts", "demo/assistant", "demo/model");
const src = code.filter(({ path }) => path.startsWith("src/"));
const banned = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Handler", "Processor", "Info", "Data", "Impl"];
const emptyNames = ["utils", "util", "common", "types", "services", "lib", "helpers", "shared", "misc", "index"];
const stem = (path: string) => path.slice(path.lastIndexOf("/") + 1).replace(/(\.editor)?(\.test)?(\.d)?\.\w+$/, "");
/** `path: line` of every match. */
const find = (sources: readonly Source[], pattern: RegExp) => sources.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([match]) => `${path}: ${match.trim()}`));

test("file names end in what the thing is, not in a word that fits everything", () => {
  assert.deepEqual(code.map(({ path }) => path).filter((path) => banned.some((word) => stem(path).endsWith(word))), []);
});

test("no room for things without a reason", () => {
  assert.deepEqual(src.map(({ path }) => path).filter((path) => path.split("/").slice(1).some((part) => emptyNames.includes(stem(part)))), []);
});

test("names in the code follow the same rule, and interfaces wear no I", () => {
  assert.deepEqual(find(src, new RegExp(`\\b(?:function|class|interface|type|const) \\w*(?:${banned.join("|")})\\b`, "g")), []);
  assert.deepEqual(find(src, /\binterface I[A-Z]\w*/g), []);
});

test("no state at the level of a module", () => {
  assert.deepEqual(find(src, /^(?:export )?(?:let|var) .*/gm), []);
});

test("the pure libraries read no clock", () => {
  assert.deepEqual(find(src.filter(({ path }) => /^src\/(core|assistants|protocols)\//.test(path)), /new Date\(\)|Date\(\)/g), []);
});

test("what is loaded later is named by a plain string, which the import rules can read", () => {
  assert.deepEqual(find(src, /\bimport\((?!"[^"]+"\)).*/g), []);
});

test("nothing runs a text as a program, but for what loads our own bundle from the engine's cache", () => {
  assert.deepEqual(find(src.filter(({ path }) => path !== "src/extension/loadBundle.ts"), /\bshell: true|\bexecSync\(|\bexec\(`|\bnode:vm\b/g), []);
});

test("no place of the machine it was written on", () => {
  const places = [["", "work", ""], ["", "tmp", "lab"], ["", "tmp", "brief"], ["", "root", ""]].map((parts) => parts.join("/"));
  const all = [...code, ...readSources("docs", "media", "demo", "package.json", "README.md", "CHANGELOG.md", "esbuild.config.mjs", ".oxlintrc.json", ".npmrc", ".vscodeignore", ".ci")].filter(({ path }) => !path.endsWith(".png"));
  assert.deepEqual(all.flatMap(({ path, text }) => places.filter((place) => text.includes(place)).map((place) => `${path}: ${place}`)), []);
});
