/** Other versions of a restricted file: a diff, git's copy, the local history, and texts taken from it into new documents. */
import assert from "node:assert/strict";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { callsHere, copyAll, discardEditors, fileUri, language, pasteHere, type Running, show, statusSays, together } from "../editor/anyDocument.ts";
import { readClipboard } from "../editor/clipboardRoutes.ts";
import type { EditorWindow } from "../editor/openWindow.ts";
import type { PlaceCoverages } from "./placeCoverages.ts";
import { waitFor } from "../editor/waitFor.ts";

const diff = "diff of .env: typing and asking in its changed side";
const fromGit = "paste: git's version of .env → file";
const fromHistory = "paste: local history of .env → file";
const intoNew = "paste: restricted file → new document";
const newWithSecrets = "another extension puts .env into a new document: typing and asking";
const newWithout = "another extension puts a restricted source file into a new document: typing and asking";

/** After the first commit, so that there is something to show. */
export const changeSecretFile = (workspace: string): void => appendFileSync(join(workspace, ".env"), "CHANGED=1\n");

const gitVersion = (running: Running): Promise<string> => {
  const { editor, window } = together(running);
  return window.drive(async (vscode, path) => {
    const git = await vscode.extensions.getExtension("vscode.git")!.activate();
    return String(git.getAPI(1).toGitUri(vscode.Uri.file(path), "HEAD"));
  }, join(editor.workspace, ".env"));
};

async function openDiff(running: Running): Promise<void> {
  const { editor, window } = together(running);
  await window.drive(async (vscode, old, path) => {
    await vscode.commands.executeCommand("vscode.diff", vscode.Uri.parse(old), vscode.Uri.file(path), "the diff");
  }, await gitVersion(running), join(editor.workspace, ".env"));
  await waitFor("the changed side", () => window.drive((vscode) => vscode.window.activeTextEditor?.document.uri.path.endsWith("/.env")));
}

/** Saves .env and opens its older version from the timeline; gives the older version's address. */
async function openHistory(running: Running): Promise<string> {
  const { editor, window } = together(running);
  await show(window, fileUri(join(editor.workspace, ".env")));
  await window.page.keyboard.press("Control+Home"); // the editor remembers what was selected when the file was last open
  await window.type("# ");
  await window.page.keyboard.press("Control+s");
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("timeline.focus")));
  await window.page.locator(".timeline-tree-view .monaco-list-row", { hasText: "File Saved" }).first().click();
  return waitFor("the older version", () => window.drive((vscode) => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const uris = input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : input instanceof vscode.TabInputText ? [input.uri] : [];
    return uris.find(({ scheme }) => scheme === "vscode-local-history")?.toString();
  }).then((uri) => uri ?? undefined));
}

async function pasteInto(running: Running, path: string, expected?: "arrives"): Promise<string> {
  const { editor, window } = together(running);
  await show(window, fileUri(join(editor.workspace, path)));
  return pasteHere(window, expected);
}

const showNew = (window: EditorWindow, content: string) => window.drive(async (vscode, text) => {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text }));
  await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
}, content);

const textOf = (running: Running, path: string) => readFileSync(join(together(running).editor.workspace, path), "utf8");

export function versionsWithout(running: Running, { completions, clipboard }: PlaceCoverages): void {
  test("a diff is completed, git's side and the local history can be copied, and what goes into a new document arrives", async () => {
    const { editor, window } = together(running);
    const key = editor.canary("aws-access-key");
    await openDiff(running);
    assert.ok(JSON.stringify(await callsHere(window, /\/\.env$/, "arrives")).includes(key));
    completions.baseline(diff, "arrives");
    await discardEditors(window);
    for (const [route, find] of [[fromGit, gitVersion], [fromHistory, openHistory]] as const) {
      await show(window, await find(running));
      await copyAll(window);
      assert.ok((await pasteInto(running, "src/app.ts", "arrives")).includes(key));
      clipboard.baseline(route, "arrives");
      await discardEditors(window);
    }
    await showNew(window, "");
    assert.ok((await pasteHere(window, "arrives")).includes(key));
    clipboard.baseline(intoNew, "arrives");
    await discardEditors(window);
    for (const [route, path] of [[newWithSecrets, ".env"], [newWithout, "../second/rates.ts"]] as const) {
      await showNew(window, textOf(running, path));
      assert.ok((await callsHere(window, /^untitled:/, "arrives")).length > 0);
      completions.baseline(route, "arrives");
      await discardEditors(window);
    }
  });
}

/** Before any restricted file is open, since nobody is asked anywhere then. */
export function newDocumentWith(running: Running, { completions }: PlaceCoverages): void {
  test("a restricted text without secrets or markers that another extension puts into a new document is nobody's", async () => {
    const { window } = together(running);
    await showNew(window, textOf(running, "../second/rates.ts"));
    await statusSays(window, "internal");
    assert.ok((await callsHere(window, /^untitled:/, "arrives")).length > 0);
    completions.row(newWithout, "none (a new document is judged by what is found in it)", "no lever");
    await discardEditors(window);
  });
}

export function versionsWith(running: Running, { completions, clipboard }: PlaceCoverages): void {
  test("nobody is asked in a diff of .env", async () => {
    const { window } = together(running);
    window.clearRecords();
    await openDiff(running);
    assert.deepEqual(await callsHere(window, /\.env/), []);
    assert.equal(await language(window), "gatelodge-restricted");
    await statusSays(window, "restricted: no AI");
    completions.row(diff, "own language", "0 calls");
    await discardEditors(window);
  });

  test("git's version and the local history of .env keep its label when they are copied", async () => {
    const { editor, window } = together(running);
    for (const [route, find] of [[fromGit, gitVersion], [fromHistory, openHistory]] as const) {
      await show(window, await find(running));
      await statusSays(window, "restricted: no AI");
      await copyAll(window);
      assert.ok((await readClipboard(window)).includes(editor.canary("aws-access-key")));
      assert.equal(await pasteInto(running, "src/app.ts"), "");
      clipboard.row(route, "paste edit", "refused");
      await discardEditors(window);
    }
    await showNew(window, "");
    assert.equal(await pasteHere(window), "");
    clipboard.row(intoNew, "paste edit", "refused");
    await discardEditors(window);
  });

  test("what another extension puts into a new document is judged by what is found in it, not by where it comes from", async () => {
    const { window } = together(running);
    await showNew(window, textOf(running, ".env"));
    await statusSays(window, "no AI");
    assert.deepEqual(await callsHere(window, /^untitled:/), []);
    completions.row(newWithSecrets, "suppress list once the secrets are found", "0 calls from then on");
    await discardEditors(window);
  });
}
