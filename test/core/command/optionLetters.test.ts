import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectCommand } from "../../../src/core/command/inspectCommand.ts";

const place = { home: "/home/marlene", folder: "/shop" };
const reads = (command: string) => inspectCommand(command, place).reads.map(({ path }) => path);

test("letters behind one that takes a value are its value", () => {
  assert.equal(inspectCommand("rg -tyaml x", place).searches.length, 1);
  assert.ok(reads("grep -ie. id_rsa").includes("id_rsa"));
  assert.ok(reads("grep -vie. id_rsa").includes("id_rsa"));
  assert.ok(reads("grep -el id_rsa").includes("id_rsa"));
  assert.ok(reads("sed -nep id_rsa").includes("id_rsa"));
  assert.ok(reads("sed -n p id_rsa").includes("id_rsa"));
});

test("options that are asked for themselves still count", () => {
  assert.deepEqual(reads("grep -rl KEY .env"), []);
  assert.deepEqual(reads("grep -ic KEY .env"), []);
});

test("commands that awk and sed start are looked at", () => {
  for (const command of ["awk 'BEGIN{system(\"cat .env\")}'", "awk 'BEGIN{\"cat .env\" | getline x; print x}'", "sed '1e cat .env' a.txt", "sed 's/x/cat .env/e' a.txt"]) assert.ok(reads(command).includes(".env"), command);
});
