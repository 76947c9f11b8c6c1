/** Rules in lists of what is denied. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "jsonc-parser";
import { denyListEditor } from "../../src/assistants/denyList.ts";
import type { Edited } from "../../src/assistants/textEdit.ts";

const editor = denyListEditor(["Read(a)", "Read(b)"]);
const textOf = (edited: Edited) => ("error" in edited ? assert.fail(edited.error) : edited.text);

for (const text of ["", "{}\n", `{"permissions":{"deny":["Read(x)"]}}`, `{\n  // mine\n  "permissions": {\n    "allow": ["Bash"], // all\n  },\n}\n`, `{\n  "permissions": { "deny": [ "Read(x)" ] } // x\n}\n`]) {
  test(`${JSON.stringify(text)}: the rules are there once beside others', and go again`, () => {
    const put = textOf(editor.put(text === "" ? undefined : text));
    const of = (each: string) => (parse(each, [], { allowTrailingComma: true }) as { permissions?: { deny?: readonly string[]; allow?: readonly string[] } }).permissions;
    const before = text === "" ? undefined : of(text);
    assert.deepEqual(of(put)?.deny, [...(before?.deny ?? []), "Read(a)", "Read(b)"]);
    assert.equal(textOf(editor.put(put)), put);
    assert.deepEqual(of(textOf(editor.takeOut(put)))?.deny ?? [], before?.deny ?? []);
    assert.deepEqual(of(textOf(editor.takeOut(put)))?.allow, before?.allow);
    for (const comment of text.match(/\/\/.*/g) ?? []) assert.ok(put.includes(comment) && textOf(editor.takeOut(put)).includes(comment), comment);
  });
}

test("a file with nothing but these rules is empty without them", () => {
  const out = editor.takeOut(textOf(editor.put(undefined)));
  assert.ok("text" in out && out.empty === true);
});

test("another form is left alone", () => {
  for (const text of ["[]", `{"permissions":[]}`, `{"permissions":{"deny":{}}}`, "{ broken"]) assert.ok("error" in editor.put(text) && "error" in editor.takeOut(text), text);
});
