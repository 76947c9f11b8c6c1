import assert from "node:assert/strict";
import { test } from "node:test";
import { isJudged } from "../../src/extension/judgedSchemes.ts";

const judged = (scheme: string) => isJudged({ scheme });

test("files are judged, whichever extension's file system or view shows them", () => {
  for (const scheme of ["file", "untitled", "vscode-remote", "vscode-vfs", "git", "gitlens", "review", "pr", "sftp", "memfs", "svn", "vscode-notebook-cell"]) assert.ok(judged(scheme), scheme);
});

test("the commit message is judged, though it is no file", () => assert.ok(judged("vscode-scm")));

test("what is known to be no file is not, nor are our own pages", () => {
  for (const scheme of ["output", "chatSessionInput", "debug", "comment", "gatelodge"]) assert.ok(!judged(scheme), scheme);
});
