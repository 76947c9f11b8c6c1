import assert from "node:assert/strict";
import { test } from "node:test";
import { searchRoots } from "../../../src/core/command/searchRoots.ts";

const rootsOf = (command: string) => {
  const [name = "", ...words] = command.split(" ");
  return searchRoots(name, words.map((text) => ({ text, unknown: false, glob: false }))).map(({ text }) => text);
};

test("folders are found behind the options that stand before them, and before those that say what is looked for", () => {
  for (const [command, roots] of [["find a b -name x", ["a", "b"]], ["find -L a -type f", ["a"]], ["find -H -O3 -D tree a ( -name x )", ["a"]], ["find -name x", []], ["find", []], ["fd -H . a", [".", "a"]], ["fd x a -x rm", ["x", "a"]], ["fd --search-path=a x", ["x", "a"]]] as const) assert.deepEqual(rootsOf(command), roots, command);
});
