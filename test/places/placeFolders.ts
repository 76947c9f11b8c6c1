/** Several folders in one window: each file is judged by the policy of its own repository. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { callsHere, copyAll, discardEditors, fileUri, language, pasteHere, type Running, show, statusSays, together } from "../editor/anyDocument.ts";
import { attachments } from "../editor/chatRoutes.ts";
import type { PlaceCoverages } from "./placeCoverages.ts";
import { pause, waitFor } from "../editor/waitFor.ts";

const text = "export const margin = 17.25;\n";
const typing = "multi-root: a source file that only its own folder's policy restricts";
const pasting = "paste: multi-root, restricted file of one folder → file of another";
const attaching = "multi-root: attach command, a file that only its own folder's policy restricts";

/** The same file in both folders; only the second folder's policy minds. Returns the workspace file. */
export function fillFolders(workspace: string): void {
  const second = join(workspace, "../second");
  mkdirSync(join(second, ".git"), { recursive: true });
  for (const folder of [workspace, second]) writeFileSync(join(folder, "rates.ts"), text);
  writeFileSync(join(second, "gatelodge.yaml"), 'version: 1\nclassification:\n  - { id: rates, label: restricted, paths: ["rates.ts"] }\n');
  writeFileSync(join(workspace, "../both.code-workspace"), JSON.stringify({ folders: [{ path: workspace }, { path: second }] }));
}

const places = (running: Running) => {
  const { editor, window } = together(running);
  return { window, first: fileUri(join(editor.workspace, "rates.ts")), second: fileUri(join(editor.workspace, "../second/rates.ts")), app: fileUri(join(editor.workspace, "src/app.ts")) };
};

async function attach(running: Running, uri: string): Promise<void> {
  await together(running).window.drive(async (vscode, address) => {
    await vscode.commands.executeCommand("workbench.action.chat.open");
    await vscode.commands.executeCommand("workbench.action.chat.attachFile", vscode.Uri.parse(address));
  }, uri);
}

export function foldersWithout(running: Running, { completions, clipboard, chat }: PlaceCoverages): void {
  test("both folders' files are completed, copied and attached", async () => {
    const { window, second, app } = places(running);
    await show(window, second);
    assert.ok((await callsHere(window, /second\/rates\.ts$/, "arrives")).length > 0);
    completions.baseline(typing, "arrives");
    await copyAll(window);
    await show(window, app);
    assert.match(await pasteHere(window, "arrives"), /margin/);
    clipboard.baseline(pasting, "arrives");
    await attach(running, second);
    await waitFor("the chip", async () => (await attachments(window)).includes("rates.ts"));
    chat.baseline(attaching, "arrives");
    await discardEditors(window);
  });
}

export function foldersWith(running: Running, { completions, clipboard, chat }: PlaceCoverages): void {
  test("one folder's policy does not reach into another: its twin is attached and pasted", async () => {
    const { window, first, app } = places(running);
    await show(window, first);
    await statusSays(window, "internal");
    await copyAll(window);
    await show(window, app);
    assert.match(await pasteHere(window, "arrives"), /margin/);
    await discardEditors(window);
    await attach(running, first);
    await waitFor("the chip", async () => (await attachments(window)).includes("rates.ts"));
    await window.drive(async (vscode) => void (await vscode.commands.executeCommand("workbench.action.chat.newChat")));
  });

  test("a file is judged by its own folder's policy: completions, paste and attaching", async () => {
    const { window, second, app } = places(running);
    await waitFor("an empty chat", async () => (await attachments(window)) === "");
    await attach(running, second);
    await pause(700); // a chip comes at once
    assert.equal(await attachments(window), "");
    chat.row(attaching, "core command override", "refused");
    window.clearRecords();
    await show(window, second);
    assert.deepEqual(await callsHere(window, /second\/rates\.ts$/), []);
    await statusSays(window, "restricted: no AI");
    await waitFor("its true language", async () => (await language(window)) === "typescript");
    assert.deepEqual(await callsHere(window, /second\/rates\.ts$/), []);
    completions.row(typing, "own language by that folder's policy, then the suppress list", "0 calls");
    await copyAll(window);
    await show(window, app);
    assert.equal(await pasteHere(window), "");
    clipboard.row(pasting, "paste edit", "refused");
    await discardEditors(window);
  });
}
