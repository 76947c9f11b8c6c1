import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGuardedFile } from "../../src/core/guardedFile.ts";
import { toGuardedRows } from "../../src/core/guardedRows.ts";

const rows = (text: string) => toGuardedRows(text, parseGuardedFile(text));

test("names, comments and line numbers are seen, values are not", () => {
  const seen = rows("# database\n\nA='x1\nx2' # why\nC=x3\nx4 x4\n# D=x5\nE=");
  assert.ok(!/x\d/.test(JSON.stringify(seen)));
  assert.deepEqual(seen.map(({ line, name, text, empty, commented }) => [line, name, text, empty, commented]), [
    [1, "", "# database", false, false], [3, "A", "# why", false, false], [5, "C", "", false, false],
    [6, "line 6", "", false, false], [7, "D", "", false, true], [8, "E", "", true, false],
  ]);
});

test("a token in a comment is masked", () => {
  const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;
  assert.ok(!JSON.stringify(rows(`# mine: is ${token}, do not use`)).includes(token));
});
