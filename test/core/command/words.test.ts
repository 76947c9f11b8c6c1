import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectCommand } from "../../../src/core/command/inspectCommand.ts";

const place = { home: "/home/marlene", folder: "/shop" };
const reads = (command: string) => inspectCommand(command, place).reads.map(({ path }) => path);
const unresolved = (command: string) => inspectCommand(command, place).unresolved.length > 0;

test("a variable keeps all that it was ever given", () => {
  assert.ok(reads("x=.en; x+=v; cat $x").includes(".env"));
  assert.ok(reads("x=id_rsa; false && x=README.md; cat $x").includes("id_rsa"));
  assert.ok(reads("x=README.md; export x=.env; cat $x").includes(".env"));
  assert.ok(reads("export x=.en; export x+=v; cat $x").includes(".env"));
  assert.ok(reads("x=a.md; eval 'x=.env'; cat $x").includes(".env"));
});

test("an assignment before a program is for that program alone", () => {
  assert.deepEqual(reads("x=id_rsa; x=README.md true; cat $x"), ["id_rsa"]);
  assert.ok(unresolved("x=README.md cat $x"));
});

test("braces, series and the working folder are read as the shell reads them", () => {
  assert.ok(reads("cat .en{v..v}").includes(".env"));
  assert.ok(reads("cat .{a,e}nv").includes(".env"));
  assert.ok(reads("cat key{1..3}").includes("key3"));
  assert.ok(reads("cat ~+/.env").includes("/shop/.env"));
});

test("what is too much to look at is not known", () => {
  assert.ok(unresolved("cat {1..300} .env"));
  assert.ok(unresolved(`cat {${"a,".repeat(210)}.env}`));
  assert.ok(unresolved(`cat ${"{a,b}".repeat(9)}`));
  assert.ok(unresolved(`cat {${"a".repeat(2001)},.env}`));
  assert.ok(unresolved(`${"f=a; f=$f$f; ".repeat(40)} cat $f`));
});

test("a text to be translated is itself, and ticks in a default value are a command", () => {
  assert.ok(reads("cat $\"id_rsa\"").includes("id_rsa"));
  assert.ok(reads("echo ${x:-`cat .env`}").includes(".env"));
});
