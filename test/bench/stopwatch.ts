/** The stopwatch extension from the outside. */
import type { EditorWindow } from "../editor/openWindow.ts";
import { waitFor } from "../editor/waitFor.ts";

export interface KeyTime {
  /** From the first listener of the change to the last. */
  readonly listeners: number;
  /** How long the extension host was busy from the first listener on, timers and messages that follow included. */
  readonly loop: number;
}

export interface FileCall { readonly name: string; readonly path: string; readonly activating: boolean }

const settled = 250;

/** Types so slowly that each key's work is done before the next. */
export async function timeKeys(window: EditorWindow, count: number): Promise<readonly KeyTime[]> {
  await window.drive((vscode, settle) => {
    const stopwatch = vscode.extensions.getExtension("gatelodge-test.stopwatch")!.exports;
    stopwatch.stop = stopwatch.startKeys(settle);
  }, settled);
  await window.type("a bit of text ".repeat(Math.ceil(count / 14)).slice(0, count), settled + 30);
  const keys = await waitFor("the time of each key", async () => {
    const times = (await window.drive((vscode) => vscode.extensions.getExtension("gatelodge-test.stopwatch")!.exports.keys)) as readonly KeyTime[];
    return times.length >= count && times;
  });
  await window.drive((vscode) => vscode.extensions.getExtension("gatelodge-test.stopwatch")!.exports.stop());
  return keys;
}

/** What of Gatelodge called the file system below a folder, since the start, and whether it was still in `activate`. Ends the watch. */
export async function callsOf(window: EditorWindow, folder: string): Promise<readonly FileCall[]> {
  return (await window.drive((vscode, below) => {
    const { files, activation } = vscode.extensions.getExtension("gatelodge-test.stopwatch")!.exports;
    const calls = (files.calls as { name: string; path: string; time: number; stack: string }[]).filter(({ path, stack }) => path.startsWith(below) && stack.includes("/gatelodge.gatelodge-"))
      .map(({ name, path, time }) => ({ name, path, activating: time >= activation.from && time <= activation.to }));
    files.end();
    return calls;
  }, folder)) as readonly FileCall[];
}

/** Bytes on the heap and beside it, after a full collection. */
export async function memoryOf(window: EditorWindow): Promise<number> {
  const { heapUsed, external } = (await window.drive((vscode) => vscode.extensions.getExtension("gatelodge-test.stopwatch")!.exports.memory())) as NodeJS.MemoryUsage;
  return heapUsed + external;
}

/** Opens the files of a folder one after the other, edits and saves each. */
export async function openAndEdit(window: EditorWindow, folder: string, count: number): Promise<void> {
  await window.drive(async (vscode, where, files) => {
    for (let index = 0; index < files; index += 1) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(`${where}/file${index}.txt`));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), "an edit\n");
      await vscode.workspace.applyEdit(edit);
      await document.save();
    }
  }, folder, count);
}
