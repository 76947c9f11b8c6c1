/** Notebooks: a cell is a document of its own, and belongs to its notebook's file. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { callsHere, copyAll, discardEditors, pasteHere, type Running, show, fileUri, statusSays, together } from "../editor/anyDocument.ts";
import { readClipboard, writeClipboard } from "../editor/clipboardRoutes.ts";
import type { EditorWindow } from "../editor/openWindow.ts";
import type { PlaceCoverages } from "./placeCoverages.ts";
import { waitFor } from "../editor/waitFor.ts";

const restricted = "studies/plan.ipynb";
const withSecret = "notes.ipynb";
const plan = "forecast = 4711.25";
const cell = /^vscode-notebook-cell:/;
const typing = "a cell of a restricted notebook: typing at once";
const later = "a cell of a restricted notebook: typing and asking";
const secretTyping = "a notebook's cell with a secret: typing and asking";
const pasting = "paste: cell of a restricted notebook → file";
const secretPasting = "paste: cell with a secret → file";
const cellPaste = "paste: cell of a restricted notebook, as a cell → another notebook";
const cellCopy = "paste: whole cell of a restricted notebook, copied as a cell → file";

const notebook = (source: string) => JSON.stringify({ cells: [{ cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: [source] }], metadata: { language_info: { name: "python" } }, nbformat: 4, nbformat_minor: 5 });

export function fillNotebooks(workspace: string): void {
  mkdirSync(join(workspace, "studies"));
  writeFileSync(join(workspace, restricted), notebook(plan));
}

/** After the launch, since it needs a canary. */
export const fillSecretNotebook = (workspace: string, secret: string): void => writeFileSync(join(workspace, withSecret), notebook(`token = "${secret}"`));

async function openCell(running: Running, path: string): Promise<void> {
  const { editor, window } = together(running);
  await window.drive(async (vscode, file) => {
    await vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument(vscode.Uri.file(file)));
  }, join(editor.workspace, path));
  await waitFor("the cell", async () => {
    await window.drive(async (vscode) => {
      await vscode.commands.executeCommand("notebook.focusTop");
      await vscode.commands.executeCommand("notebook.cell.edit");
    });
    const hasFocus = await window.page.evaluate<boolean>("document.activeElement?.closest('.notebookOverlay .monaco-editor') != null");
    return hasFocus && window.drive((vscode) => vscode.window.activeTextEditor?.document.uri.scheme === "vscode-notebook-cell");
  });
}

async function pasteIntoApp(running: Running, expected?: "arrives"): Promise<string> {
  const { editor, window } = together(running);
  await show(window, fileUri(join(editor.workspace, "src/app.ts")));
  return pasteHere(window, expected);
}

/** Out of the text, onto the cell, and copied as a cell. */
async function copyCell(window: EditorWindow): Promise<void> {
  await writeClipboard(window, "");
  await window.page.keyboard.press("Escape");
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("notebook.cell.quitEdit")));
  await window.page.keyboard.press("Control+c");
  await waitFor("the copy", async () => (await readClipboard(window)) !== "");
}

/** The cell that was copied last, pasted as a cell into another notebook; gives what that notebook holds. */
async function pasteCell(running: Running, patience = 700): Promise<string> {
  const { window } = together(running);
  await openCell(running, withSecret);
  await window.page.keyboard.press("Escape");
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("notebook.cell.quitEdit")));
  await window.page.keyboard.press("Control+v");
  const cells = () => window.drive((vscode) => vscode.window.activeNotebookEditor!.notebook.getCells().map(({ document }) => document.getText()));
  await waitFor("the cell", async () => (await cells()).length > 1, patience).catch(() => undefined);
  return (await cells()).join("\n");
}

export function notebooksWithout(running: Running, { completions, clipboard }: PlaceCoverages): void {
  test("cells are completed, and what is copied from them is pasted", async () => {
    const { editor, window } = together(running);
    await openCell(running, restricted);
    assert.ok((await callsHere(window, cell, "arrives")).length > 0);
    for (const route of [typing, later]) completions.baseline(route, "arrives");
    await copyAll(window);
    assert.match(await pasteIntoApp(running, "arrives"), /forecast/);
    clipboard.baseline(pasting, "arrives");
    await discardEditors(window);
    await openCell(running, restricted);
    await copyCell(window);
    assert.match(await pasteIntoApp(running, "arrives"), /forecast/);
    clipboard.baseline(cellCopy, "arrives");
    await discardEditors(window);
    assert.match(await pasteCell(running, 15_000), /forecast/);
    clipboard.baseline(cellPaste, "arrives");
    await discardEditors(window);
    await openCell(running, withSecret);
    assert.ok(JSON.stringify(await callsHere(window, cell, "arrives")).includes(editor.canary("github-token")));
    completions.baseline(secretTyping, "arrives");
    await copyAll(window);
    assert.ok((await pasteIntoApp(running, "arrives")).includes(editor.canary("github-token")));
    clipboard.baseline(secretPasting, "arrives");
    await discardEditors(window);
  });
}

export function notebooksWith(running: Running, { completions, clipboard }: PlaceCoverages): void {
  test("a cell of a restricted notebook has its notebook's label", async () => {
    const { window } = together(running);
    window.clearRecords();
    await openCell(running, restricted);
    const early = (await callsHere(window, cell)).length;
    assert.ok(early <= 8, `${early} calls`);
    completions.row(typing, "suppress list, written while it opens", "at most 8 calls before the guard");
    await statusSays(window, "restricted: no AI");
    assert.deepEqual(await callsHere(window, cell), []);
    completions.row(later, "suppress list while it is open", "0 calls once it is in force");
    await copyAll(window);
    assert.equal(await pasteIntoApp(running), "");
    clipboard.row(pasting, "paste edit", "refused");
    await discardEditors(window);
  });

  test("a whole cell that was copied as such keeps its notebook's label, in a file and in another notebook", async () => {
    const { window } = together(running);
    await openCell(running, restricted);
    await window.page.keyboard.press("Control+End");
    await window.type(" # new"); // as it was, its text is known from the copy before
    await copyCell(window);
    assert.match(await readClipboard(window), /forecast/);
    assert.equal(await pasteIntoApp(running), "");
    clipboard.row(cellCopy, "core command override, then paste edit", "refused");
    assert.doesNotMatch(await pasteCell(running), /forecast/);
    clipboard.row(cellPaste, "core command override", "refused");
    await discardEditors(window);
  });

  test("a secret in a cell stops completions in it, and is cut out of what is pasted", async () => {
    const { editor, window } = together(running);
    await openCell(running, withSecret);
    await statusSays(window, "no AI");
    assert.deepEqual(await callsHere(window, cell), []);
    completions.row(secretTyping, "suppress list once the secret is found", "0 calls from then on");
    await copyAll(window);
    const pasted = await pasteIntoApp(running, "arrives");
    assert.match(pasted, /token/);
    assert.ok(!pasted.includes(editor.canary("github-token")));
    clipboard.row(secretPasting, "paste edit", "redacted");
    await discardEditors(window);
  });
}
