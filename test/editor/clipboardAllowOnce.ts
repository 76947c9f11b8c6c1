/** Refused copies and pastes that a person allows once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAllowOnce, pressAllowOnce } from "./answerAllowOnce.ts";
import { copyFrom, openSelected, pasteInto, readClipboard, settle, writeClipboard } from "./clipboardRoutes.ts";
import type { EditorWindow } from "./openWindow.ts";
import { waitFor } from "./waitFor.ts";

export function allowsPasteOnce(window: () => EditorWindow, key: () => string): void {
  test("a refused paste that a person allows passes once; the next one is refused again", async () => {
    await copyFrom(window(), ".env");
    assert.equal(await pasteInto(window(), "src/app.ts"), "");
    await pressAllowOnce(window(), "Not pasted");
    await answerAllowOnce(window());
    assert.ok((await pasteInto(window(), "src/app.ts")).includes(key()));
    assert.equal(await pasteInto(window(), "src/app.ts"), "");
    await window().closeEditors();
  });
}

export function allowsCopyOnce(window: () => EditorWindow, key: () => string): void {
  test("a refused copy that a person allows passes once; the next one is refused again", async () => {
    const copy = async () => {
      await openSelected(window(), ".env");
      await writeClipboard(window(), "untouched");
      await window().page.keyboard.press("Control+c");
    };
    await copy();
    await pressAllowOnce(window(), "Not copied");
    await answerAllowOnce(window());
    await copy();
    await waitFor("the copy", async () => (await readClipboard(window())).includes(key()));
    await copy();
    await settle();
    assert.equal(await readClipboard(window()), "untouched");
    await window().closeEditors();
  });
}
