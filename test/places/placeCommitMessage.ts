/** The commit message: an editor of the source control view, for which assistants are asked as for any file. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { callsHere, copyAll, discardEditors, fileUri, type Running, show, statusSays, together } from "../editor/anyDocument.ts";
import { readClipboard } from "../editor/clipboardRoutes.ts";
import type { EditorWindow } from "../editor/openWindow.ts";
import type { PlaceCoverages } from "./placeCoverages.ts";
import { hasReached } from "../editor/records.ts";
import { waitFor } from "../editor/waitFor.ts";

const beside = "commit message beside an open .env: typing and asking";
const typed = "commit message with a secret in it: typing and asking";
const pasting = "paste: restricted file → commit message";
const scm = /^vscode-scm:/;

const message = ({ drive }: EditorWindow) => drive((vscode) => vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "vscode-scm").map((document) => document.getText()).join(""));

async function focusMessage(window: EditorWindow): Promise<void> {
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("workbench.view.scm")));
  await window.page.locator(".scm-editor .monaco-editor").first().click();
  await window.page.keyboard.press("Control+a");
  await window.page.keyboard.press("Delete");
  await waitFor("an empty message", async () => (await message(window)) === "");
}

const openEnv = (running: Running) => show(together(running).window, fileUri(join(together(running).editor.workspace, ".env")));

async function writeSecret(running: Running): Promise<void> {
  const { editor, window } = together(running);
  await focusMessage(window);
  await window.page.keyboard.insertText(`rotate ${editor.canary("github-token")} `);
  await waitFor("the message", async () => (await message(window)).includes("rotate"));
}

async function pasteMessage(window: EditorWindow, patience = 700): Promise<string> {
  await focusMessage(window);
  await window.page.keyboard.press("Control+v");
  await waitFor("the paste", async () => (await message(window)) !== "", patience).catch(() => undefined);
  return message(window);
}

export function commitMessageWithout(running: Running, { completions, clipboard }: PlaceCoverages): void {
  test("assistants are asked for the commit message, and given what is typed there and every open document", async () => {
    const { editor, window } = together(running);
    await writeSecret(running);
    const calls = await callsHere(window, scm, "arrives");
    assert.ok(hasReached(calls, editor.canary("github-token")));
    completions.baseline(typed, "arrives");
    await openEnv(running);
    await copyAll(window);
    assert.ok((await pasteMessage(window, 15_000)).includes(editor.canary("aws-access-key")));
    clipboard.baseline(pasting, "arrives");
    await focusMessage(window);
    assert.ok(hasReached(await callsHere(window, scm, "arrives"), editor.canary("aws-access-key")));
    completions.baseline(beside, "arrives");
    await focusMessage(window);
    await discardEditors(window);
  });
}

export function commitMessageWith(running: Running, { completions, clipboard }: PlaceCoverages): void {
  test("nobody is asked for a commit message with a secret in it, nor for one beside an open .env", async () => {
    const { window } = together(running);
    await writeSecret(running);
    await waitFor("the secret to be found", () => window.drive((vscode) => vscode.languages.getDiagnostics().some(([uri, found]) => uri.scheme === "vscode-scm" && found.length > 0)));
    assert.deepEqual(await callsHere(window, scm), []);
    completions.row(typed, "the editor's own pause and command override, once the secret is found", "0 calls from then on");
    await focusMessage(window);
    await openEnv(running);
    await statusSays(window, "restricted: no AI");
    await focusMessage(window);
    assert.deepEqual(await callsHere(window, scm), []);
    completions.row(beside, "the editor's own pause and command override", "0 calls");
    await focusMessage(window);
    await discardEditors(window);
  });

  test("a restricted text is not pasted into the commit message", async () => {
    const { editor, window } = together(running);
    await openEnv(running);
    await copyAll(window);
    assert.ok((await readClipboard(window)).includes(editor.canary("aws-access-key")));
    assert.equal(await pasteMessage(window), "");
    clipboard.row(pasting, "paste edit", "refused");
    await discardEditors(window);
  });
}
