/** VS Code's own figures of a start, from the document of "Developer: Startup Performance". */
import type { EditorWindow } from "../editor/openWindow.ts";
import { waitFor } from "../editor/waitFor.ts";

export interface ActivationRow {
  /** Milliseconds. */
  readonly load: number;
  readonly activate: number;
  /** When `activate` was called and when it returned, as milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** `| gatelodge.gatelodge | false | 22 | 1 | 0 | onStartupFinished | …` and the marks around it. */
export async function activationOf(window: EditorWindow, id: string): Promise<ActivationRow> {
  await waitFor(`${id} to be active`, () => window.drive((vscode, extension) => vscode.extensions.getExtension(extension)?.isActive === true, id), 60_000);
  return waitFor("the table of activations", async () => {
    await window.drive(async (vscode) => {
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      await vscode.commands.executeCommand("perfview.show");
    });
    const text = await window.drive((vscode) => vscode.workspace.textDocuments.map((document) => document.getText()).find((content) => content.includes("Extension Activation Stats")) ?? "");
    const row = text.split("\n").find((line) => line.startsWith(`| ${id} `))?.split("|").map((cell) => cell.trim());
    const mark = (name: string) => Number(text.split("\n").find((line) => line.startsWith(`code/extHost/${name}/${id}\t`))?.split("\t")[1]);
    const found = { load: Number(row?.[3]), activate: Number(row?.[4]), from: mark("willActivateExtension"), to: mark("didActivateExtension") };
    return Object.values(found).every(Number.isFinite) && found;
  }, 30_000);
}
