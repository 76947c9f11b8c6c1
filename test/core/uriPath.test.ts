import assert from "node:assert/strict";
import { test } from "node:test";
import { toUriPath } from "../../src/core/uriPath.ts";

const cases: readonly (readonly [string, string | undefined])[] = [
  ["file:///repo/.env", "/repo/.env"], ["file:///c%3A/Repo/.env", "c:/Repo/.env"], ["C:\\Repo\\.env", "c:/Repo/.env"], ["\\\\?\\C:\\Repo\\.env", "c:/Repo/.env"],
  ["\\\\server\\share\\.env", "//server/share/.env"], ["file://server/share/.env", "//server/share/.env"], ["/repo/a b%20.env", "/repo/a b%20.env"],
  ["git:/repo/.env.git?%7B%22path%22%3A%22%2Frepo%2F.env%22%2C%22ref%22%3A%22~%22%7D", "/repo/.env"],
  ["vscode-notebook-cell:/repo/a.ipynb#W0sZmlsZQ%3D%3D", "/repo/a.ipynb"], ["untitled:Untitled-1", undefined], ["untitled:/repo/.env", "/repo/.env"],
  ["chatSessionInput:input-0", undefined], ["output:extension-output", undefined], ["vscode-remote://ssh-remote%2Bhost/repo/.env", "/repo/.env"],
  ["vscode-local-history:/repo/.env?%7B%22location%22%3A%22file%3A%2F%2F%2Fx%22%7D", "/repo/.env"], ["file:///bad%zz/.env", "/bad%zz/.env"], ["gitlens:/repo/.env?{broken", "/repo/.env"],
];
for (const [uri, path] of cases) test(`${uri} stands for ${path ?? "no file"}`, () => assert.equal(toUriPath(uri).path, path));
for (const [uri, path, alsoNamed] of [["review:/repo/.env?{\"path\":\"/etc/hosts\"}", "/repo/.env", "/etc/hosts"], ["pr:?{\"path\":\"/repo/.env\"}", "/repo/.env", undefined], ["file:///repo/.env?{\"path\":\"/etc/hosts\"}", "/repo/.env", undefined]] as const) {
  test(`${uri} is judged as ${path} ${alsoNamed === undefined ? "alone" : `and ${alsoNamed}`}`, () => {
    const both = toUriPath(uri);
    assert.deepEqual([both.path, both.alsoNamed], [path, alsoNamed]);
  });
}
test("a file on another host is remote", () => assert.equal(toUriPath("vscode-remote://ssh-remote%2Bhost/repo/.env").remote, true));
