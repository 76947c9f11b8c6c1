/** A block between marks, in files whose comments begin with #. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { markedBlockEditor } from "../../../src/assistants/hooks/markedBlock.ts";
import { definesToml } from "../../../src/assistants/hooks/tomlSwitch.ts";
import type { Edited } from "../../../src/assistants/textEdit.ts";

const editor = markedBlockEditor({ lines: ["one", "two"] });
const textOf = (edited: Edited) => ("error" in edited ? assert.fail(edited.error) : edited.text);

for (const text of ["", "a = 1\n", "a = 1", "a = 1\n\n", "# mine\r\na = 1\r\n"]) {
  test(`${JSON.stringify(text)}: the block comes to the end, once, and goes without a trace`, () => {
    const put = textOf(editor.put(text === "" ? undefined : text));
    assert.ok(put.startsWith(text) && put.includes("one"));
    assert.equal(textOf(editor.put(put)), put);
    assert.equal(textOf(editor.takeOut(put)).trimEnd(), text.trimEnd());
  });
}

test("an older block is replaced where it stands, and what was written behind it stays", () => {
  const older = textOf(markedBlockEditor({ lines: ["old"] }).put("a\n"));
  const put = textOf(editor.put(`${older}b\n`));
  assert.match(put, /^a\n\n# >>>[^\n]+\none\ntwo\n# <<< gatelodge\nb\n$/);
  assert.equal(textOf(editor.takeOut(put)), "a\n\nb\n");
});

test("marks that do not fit together are left alone", () => {
  const put = textOf(editor.put("a\n"));
  for (const text of [put.replace("# <<< gatelodge", ""), `${put}${put}`, `# <<< gatelodge\n${put.replace("# <<< gatelodge", "")}`]) assert.ok("error" in editor.put(text) && "error" in editor.takeOut(text));
});

test("what the file says itself already cannot be said twice", () => {
  const strict = markedBlockEditor({ lines: ["[hooks]"], conflict: (others) => (definesToml(others, "hooks") ? "it has its own" : undefined) });
  for (const text of ["[hooks]\n", "[[hooks.Stop]]\n", "hooks.x = 1\n", "hooks = {}\n", "[ \"hooks\" ]\n"]) assert.ok("error" in strict.put(text), text);
  for (const text of ["# [hooks]\n", "x = \"\"\"\n[hooks]\n\"\"\"\n", "[other]\nhooks = 1\n"]) assert.ok("text" in strict.put(text), text);
  assert.equal(textOf(strict.put(textOf(strict.put("")))), textOf(strict.put("")));
});
