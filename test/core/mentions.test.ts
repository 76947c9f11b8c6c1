import assert from "node:assert/strict";
import { test } from "node:test";
import { parseMentions } from "../../src/core/mentions.ts";

const names = (text: string) => parseMentions(text).map(({ name }) => name);

test("files are named with and without the word file, in quotes, in folders, with line numbers", () => {
  assert.deepEqual(names(`look at #file:key.pem and #src/app.ts, #"my notes.md"; #file:'a b.txt' #file:lib\\x.ts:12-20 #y.go#L3-L9`), ["key.pem", "src/app.ts", "my notes.md", "a b.txt", "lib/x.ts", "y.go"]);
});

test("an environment file keeps its dot, the sentence's full stop goes", () => assert.deepEqual(names("what is in #.env."), [".env"]));

test("a folder brings what is in it", () => assert.deepEqual(parseMentions("#folder:src/pricing #keys/"), [
  { name: "src/pricing", folder: true, searched: true }, { name: "keys", folder: true, searched: true },
]));

test("somebody after @ is not searched for, something that looks like a file is", () => assert.deepEqual(parseMentions("@gather explain @README.md"), [
  { name: "gather", folder: false, searched: false }, { name: "README.md", folder: false, searched: true },
]));

test("#selection and #editor mean the file in front", () => assert.deepEqual(parseMentions("fix #selection in #editor"), [{ name: "", folder: false, searched: false }]));

test("symbols, addresses, links and headings name no file", () => assert.deepEqual(names("#sym:load mail a@example.org https://x.example/#top see # Title"), []));

test("a name counts once", () => assert.deepEqual(names("#a.ts and #a.ts"), ["a.ts"]));

test("half a megabyte of signs is read in no time", () => {
  const start = performance.now();
  parseMentions("#@".repeat(250_000));
  parseMentions(`#"${"a".repeat(500_000)}`);
  assert.ok(performance.now() - start < 500);
});
