/** Documents of any address, shown as an extension or a command shows them: quick open finds only files of the folders. */
import { activeText, readClipboard, writeClipboard } from "./clipboardRoutes.ts";
import type { Editor } from "./launchEditor.ts";
import type { EditorWindow } from "./openWindow.ts";
import { waitFor } from "./waitFor.ts";

export interface Running { editor?: Editor; window?: EditorWindow }
export const together = (running: Running) => ({ editor: running.editor!, window: running.window! });

export const fileUri = (path: string): string => `file://${path}`;

/** Shows a document in a tab of its own and puts the cursor into it. */
export async function show(window: EditorWindow, uri: string): Promise<void> {
  await window.drive(async (vscode, address) => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(address, true));
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
  }, uri);
  await waitFor(`${uri} in front`, () => window.drive((vscode, address) => vscode.window.activeTextEditor?.document.uri.toString() === vscode.Uri.parse(address, true).toString(), uri));
}

// "Nothing happened" has no sign of its own: a call comes within 250 ms of a key, a paste that passes within 50.
const patience = { arrives: 15_000, nothing: 700 };

/** Types into what has the focus and asks there; gives the calls that came for documents of such an address, as soon as asking was answered. */
export async function callsHere(window: EditorWindow, address: RegExp, expected: keyof typeof patience = "nothing") {
  window.clearRecords();
  await window.type("abc def");
  await window.triggerExplicit();
  const calls = () => window.recordsOf("completion").filter(({ uri }) => address.test(uri));
  await waitFor("a call", () => calls().some(({ trigger }) => trigger === "explicit"), patience[expected]).catch(() => undefined);
  return calls();
}

/** Selects all of the editor that has the focus and copies it by key. */
export async function copyAll(window: EditorWindow): Promise<void> {
  await writeClipboard(window, "");
  await window.page.keyboard.press("Control+a");
  // Not what the extension host says: for a notebook that is open again it may still speak of the cell as it was before.
  await window.page.locator(".monaco-editor.focused .selected-text").first().waitFor();
  await window.page.keyboard.press("Control+c");
  await waitFor("the copy", async () => (await readClipboard(window)) !== "");
}

/** What a paste at the end of the editor in front brings. */
export async function pasteHere(window: EditorWindow, expected: keyof typeof patience = "nothing"): Promise<string> {
  await window.page.keyboard.press("Control+End");
  const before = await activeText(window);
  await window.page.keyboard.press("Control+v");
  const pasted = async () => (await activeText(window)).slice(before.length);
  await waitFor("the paste", async () => (await pasted()) !== "", patience[expected]).catch(() => undefined);
  return pasted();
}

export const language = (window: EditorWindow) => window.drive((vscode) => vscode.window.activeTextEditor?.document.languageId);

export const statusSays = (window: EditorWindow, words: string) =>
  waitFor(`"${words}" in the status`, async () => (await window.page.locator('[id="gatelodge.gatelodge.status"]').innerText()).includes(words));

/** Closes whatever is open, notebooks and new documents too, and lets its changes go. */
export async function discardEditors({ drive }: EditorWindow): Promise<void> {
  await drive(async (vscode) => {
    for (let tries = 0; tries < 20 && vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0); tries += 1) await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
}
