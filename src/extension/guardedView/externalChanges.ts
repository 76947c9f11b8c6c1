import * as vscode from "vscode";
import { toContent } from "./content.ts";
import { isSame, type GuardedDocument } from "./guardedDocument.ts";

/** Follows the file on disk: a clean view shows the new content, a changed one asks whose version shall stay. */
export function followDisk(document: GuardedDocument, revert: () => void): vscode.Disposable {
  const name = document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
  const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(document.uri, ".."), name.replaceAll(/[[\]{}*?]/g, (character) => `[${character}]`));
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  const look = async () => {
    const bytes = await vscode.workspace.fs.readFile(document.uri).then((read) => read, () => undefined);
    if (bytes === undefined || isSame(bytes, document.disk())) return;
    if (!document.isDirty()) {
      document.setDisk(bytes);
      return document.set(toContent(bytes));
    }
    const reload = "Reload and Lose My Edits";
    const choice = await vscode.window.showWarningMessage(`${name} was changed on disk while you have unsaved edits.`, reload, "Keep My Edits");
    if (choice === reload) revert();
  };
  return vscode.Disposable.from(watcher, watcher.onDidChange(() => void look()), watcher.onDidCreate(() => void look()));
}
