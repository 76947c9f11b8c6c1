import assert from "node:assert/strict";
import { test } from "node:test";
import { limitMentions, parseMentions } from "../../src/core/mentions.ts";

const names = (text: string) => parseMentions(text).map(({ name }) => name);

test("files are named with and without the word file, in quotes, in folders, with line numbers", () => {
  assert.deepEqual(names(`look at #file:key.pem and #src/app.ts, #"my notes.md"; #file:'a b.txt' #file:lib\\x.ts:12-20 #y.go#L3-L9`), ["key.pem", "src/app.ts", "my notes.md", "a b.txt", "lib/x.ts", "y.go"]);
});

test("an environment file keeps its dot, the sentence's full stop goes", () => assert.deepEqual(names("what is in #.env."), [".env"]));

test("a folder brings what is in it", () => assert.deepEqual(parseMentions("#folder:src/pricing #keys/"), [
  { name: "src/pricing", folder: true, shape: "file" }, { name: "keys", folder: true, shape: "file" },
]));

test("somebody after @ is not searched for, something that looks like a file is", () => assert.deepEqual(parseMentions("@gather explain @README.md"), [
  { name: "gather", folder: false, shape: "somebody" }, { name: "README.md", folder: false, shape: "file" },
]));

test("#selection and #editor mean the file in front", () => assert.deepEqual(parseMentions("fix #selection in #editor"), [{ name: "", folder: false, shape: "front" }]));

test("addresses, links and headings name no file", () => assert.deepEqual(names("mail a@example.org https://x.example/#top see # Title"), []));

test("a symbol is told from a file of its name", () => assert.deepEqual(parseMentions("#sym:load #file:load"), [
  { name: "load", folder: false, shape: "symbol" }, { name: "load", folder: false, shape: "file" },
]));

test("a name counts once", () => assert.deepEqual(names("#a.ts and #a.ts"), ["a.ts"]));

test("half a megabyte of signs is read in no time", () => {
  const start = performance.now();
  parseMentions("#@".repeat(250_000));
  parseMentions(`#"${"a".repeat(500_000)}`);
  assert.ok(performance.now() - start < 500);
});

test("colours, issues, directives, selectors and decorators of pasted code name no file", () => assert.deepEqual(names(`color: #a1b2c3; see #123
#include <stdio.h>
#ifdef WINDOWS
#nav{margin:0}
@app.route("/users")
`), []));

test("a word alone may be a file's name, a directive's word in a sentence too", () => assert.deepEqual(parseMentions("what do #engine and #include do"), [
  { name: "engine", folder: false, shape: "word" }, { name: "include", folder: false, shape: "word" },
]));

test("brackets that belong to a name stay", () => assert.deepEqual(names("#app/(shop)/[id].tsx"), ["app/(shop)/[id].tsx"]));

test("what a search found cannot be named", () => assert.deepEqual(parseMentions("#searchResults"), [{ name: "searchResults", folder: false, shape: "results" }]));

test("of too many names those that look like files come first, and it is said what is left out", () => {
  const mentions = parseMentions("@gather #header #footer #key.pem");
  assert.deepEqual(limitMentions(mentions, 2), { looked: [mentions[3], mentions[1]], left: "words" });
  assert.equal(limitMentions(parseMentions("#a.ts #b.ts #c.ts"), 2).left, "files");
  assert.equal(limitMentions(mentions, 4).left, "nothing");
});
