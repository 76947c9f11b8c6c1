/** VS Code's own figures of a start, from the document of "Developer: Startup Performance". */
import type { EditorWindow } from "../editor/openWindow.ts";
import { waitFor } from "../editor/waitFor.ts";

export interface ActivationRow {
  /** Milliseconds. */
  readonly load: number;
  readonly activate: number;
}

/** `| gatelodge.gatelodge | false | 22 | 1 | 0 | onStartupFinished | …` */
export async function activationOf(window: EditorWindow, id: string): Promise<ActivationRow> {
  await waitFor(`${id} to be active`, () => window.drive((vscode, extension) => vscode.extensions.getExtension(extension)?.isActive === true, id), 60_000);
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("perfview.show")));
  return waitFor("the table of activations", async () => {
    const text = await window.drive((vscode) => vscode.workspace.textDocuments.map((document) => document.getText()).find((content) => content.includes("Extension Activation Stats")) ?? "");
    const row = text.split("\n").find((line) => line.startsWith(`| ${id} `))?.split("|");
    const found = { load: Number(row?.[3]), activate: Number(row?.[4]) };
    return Object.values(found).every(Number.isFinite) && found;
  }, 30_000);
}
