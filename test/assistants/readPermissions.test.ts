/** Patterns in opencode's own list of what its tools may not read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readPermissionEditor, toReadPatterns } from "../../src/assistants/readPermissions.ts";

const editor = readPermissionEditor([".env", "*/.env"]);

test("a name anywhere is two patterns, since `*` runs over slashes", () => {
  assert.deepEqual([".env", "**/id_rsa", "*.pem", "secrets/**"].map(toReadPatterns), [[".env", "*/.env"], ["id_rsa", "*/id_rsa"], ["*.pem"], ["secrets/*", "*/secrets/*"]]);
});

const files: Readonly<Record<string, string>> = {
  "no permissions": `{\n  // mine\n  "model": "x"\n}\n`,
  "others'": `{\n  "permission": { "edit": "ask" }\n}\n`,
  "a list of reads": `{\n  "permission": {\n    "read": {\n      "*": "allow", // all\n      "*.key": "ask"\n    }\n  }\n}\n`,
};
for (const [name, text] of Object.entries(files)) test(`${name}: ours come last, once, and go again`, () => {
  const put = editor.put(text);
  assert.ok("text" in put);
  assert.match(put.text, /"\.env": ?"deny",\s*"\*\/\.env": ?"deny"\s*\}/);
  assert.deepEqual(editor.put(put.text), put);
  const out = editor.takeOut(put.text);
  assert.ok("text" in out);
  assert.doesNotMatch(out.text, /deny/);
  assert.deepEqual(out.text.replaceAll(/\s/g, ""), text.replaceAll(/\s/g, ""));
});

test("a new file is empty without ours; what a person says of the same name stays", () => {
  const put = editor.put(undefined);
  assert.ok("text" in put && "empty" in editor.takeOut(put.text));
  const theirs = `{ "permission": { "read": { ".env": "ask" } } }`;
  const both = editor.put(theirs);
  assert.ok("text" in both);
  assert.match(both.text, /"\.env": "ask"/);
  assert.deepEqual(editor.takeOut(theirs), { text: theirs });
});

test("one word for all is left alone, and said", () => {
  for (const text of [`{ "permission": "allow" }`, `{ "permission": { "read": "allow" } }`, "{ broken"]) assert.ok("error" in editor.put(text), text);
});
