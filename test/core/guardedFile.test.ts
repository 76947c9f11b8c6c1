import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGuardedFile, type GuardedEntry } from "../../src/core/guardedFile.ts";

const valueOf = (text: string, entry: GuardedEntry | undefined) => (entry !== undefined && "value" in entry ? text.slice(entry.value.start, entry.value.end) : undefined);
/** Kind, name and value of each entry. */
const read = (text: string) => parseGuardedFile(text).map((entry) => [entry.kind, "name" in entry ? entry.name : "", valueOf(text, entry) ?? ""]);

const cases: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  ["a plain value", "A=1", [["assignment", "A", "1"]]],
  ["export, spaces and a comment behind", "export A = some value  # why", [["assignment", "A", "some value"]]],
  ["a hash without a space before it is part of the value", "A=a#b", [["assignment", "A", "a#b"]]],
  ["an empty value", "A=\nB=2", [["assignment", "A", ""], ["assignment", "B", "2"]]],
  ["double quotes with an escaped one", 'A="x \\" # y" # z', [["assignment", "A", 'x \\" # y']]],
  ["single quotes know no escape", "A='x\\'", [["assignment", "A", "x\\"]]],
  ["a quoted value over several lines", 'A="one\ntwo"\nB=2', [["assignment", "A", "one\ntwo"], ["assignment", "B", "2"]]],
  ["a quote that is never closed", 'A="one\nB=2', [["assignment", "A", '"one'], ["assignment", "B", "2"]]],
  ["comments and blank lines", "# hello\n\nA=1", [["comment", "", ""], ["blank", "", ""], ["assignment", "A", "1"]]],
  ["what is commented out is hidden as well", "# A=old", [["assignment", "A", "old"]]],
  ["a line of no known form is hidden whole", "machine x login y", [["unknown", "", "machine x login y"]]],
  ["registry tokens", "//registry.example/:_authToken=t", [["assignment", "//registry.example/:_authToken", "t"]]],
  ["a name with a colon", "password: x", [["assignment", "password", "x"]]],
  ["a URL with a password in it", "https://u:t=k@host", [["unknown", "", "https://u:t=k@host"]]],
  ["base64 with padding", "c2VjcmV0LXNlY3JldA==", [["unknown", "", "c2VjcmV0LXNlY3JldA=="]]],
  ["a long name without a value", "AWS_SECRET_ACCESS_KEY=", [["assignment", "AWS_SECRET_ACCESS_KEY", ""]]],
  ["byte order mark and Windows line ends", "\uFEFFA=1\r\nB=2\r\n", [["assignment", "A", "1"], ["assignment", "B", "2"]]],
  ["old Mac line ends", "A=1\rB=2", [["assignment", "A", "1"], ["assignment", "B", "2"]]],
  ["a PEM block between other lines", "-----BEGIN X KEY-----\nab\ncd\n-----END X KEY-----\nA=1", [["pem", "X KEY", "ab\ncd"], ["assignment", "A", "1"]]],
  ["a PEM block that was cut off hides all that follows", "-----BEGIN X-----\nab\nA=1", [["pem", "X", "ab\nA=1"]]],
  ["an empty PEM block", "-----BEGIN X-----\n-----END X-----", [["pem", "X", ""]]],
  ["an empty file", "", []],
];
for (const [what, text, expected] of cases) test(`parses ${what}`, () => assert.deepEqual(read(text), expected));

test("no character of a value lies outside a value's range", () => {
  const secret = "s3cr3t";
  const text = `A=${secret}\nexport B='${secret}'\n# C="${secret}"\n${secret} ${secret}\nD="x\n${secret}"\n-----BEGIN X-----\n${secret}\n`;
  const visible = parseGuardedFile(text).map((entry) => ("value" in entry ? text.slice(entry.start, entry.value.start) + text.slice(entry.value.end, entry.end) : text.slice(entry.start, entry.end))).join("\n");
  assert.ok(!visible.includes(secret), visible);
});

test("the entries cover the text without overlap", () => {
  const text = "\uFEFFA=1\r\n\r\n# c\rB='x\ny'\nrest";
  for (const [index, entry] of parseGuardedFile(text).entries()) {
    const next = parseGuardedFile(text)[index + 1];
    assert.match(text.slice(entry.end, next?.start ?? text.length), /^(\r\n|\r|\n|)$/);
  }
});

test("a long line is parsed in good time", () => {
  const start = performance.now();
  parseGuardedFile(`${"a ".repeat(100_000)}\n${"# ".repeat(100_000)}\nA=${" ".repeat(100_000)}x${" ".repeat(100_000)}x`);
  assert.ok(performance.now() - start < 500);
});
