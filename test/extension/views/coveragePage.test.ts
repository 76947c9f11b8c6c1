import assert from "node:assert/strict";
import { test } from "node:test";
import { toCoveragePage, type WindowState } from "../../../src/extension/views/coveragePage.ts";

const fine: WindowState = { mode: "enforce", policy: "abc", serverState: "running", assistants: [], troubles: new Map(), undecided: 0, lost: 0, testedWith: "1.139", editorVersion: "1.139.4" };

test("a window without troubles lists routes with their levers, and those that have none", () => {
  const page = toCoveragePage(fine);
  assert.match(page, /\*self-tested\*: Ctrl\+C \(keybinding/);
  assert.match(page, /\*no lever\*: terminal copy$/m);
  assert.doesNotMatch(page, /\*\*switched off/);
  assert.doesNotMatch(page, /Tested with VS Code/);
});

test("a trouble stands at the top of its door, and no other door is called switched off", () => {
  const page = toCoveragePage({ ...fine, troubles: new Map([["clipboard", ["pasting is off"]]]) });
  assert.match(page, /## Clipboard: \*\*switched off\*\* in part\n\n- \*\*switched off\*\*: pasting is off/);
  assert.equal(page.match(/: \*\*switched off\*\* in part/g)?.length, 1);
});

test("monitor mode switches every door off", () => assert.match(toCoveragePage({ ...fine, mode: "monitor" }), /## Clipboard: \*\*switched off\*\* by monitor mode/));

test("a server that is down, undecided requests, lost entries and another version are said", () => {
  const page = toCoveragePage({ ...fine, serverState: "restarting", undecided: 2, lost: 3, editorVersion: "1.140.0" });
  for (const words of [/\*\*restarting\*\*/, /\*\*2\*\*/, /\*\*3\*\* entries/, /this is 1\.140\.0/]) assert.match(page, words);
});
