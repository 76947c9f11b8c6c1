import * as vscode from "vscode";
import { maxGuardedBytes } from "../../core/guardedNames.ts";
import { guardedViewType } from "../../core/settingsRecord.ts";
import type { CopyFromView } from "../guards/clipboard/copyFromView.ts";
import { connectPage } from "./connectPage.ts";
import { toBytes, toContent } from "./content.ts";
import { followDisk } from "./externalChanges.ts";
import { createGuardedDocument, isSame, type GuardedDocument } from "./guardedDocument.ts";
import { toPageHtml } from "./pageHtml.ts";
import type { SealedBackups } from "./sealedBackups.ts";

interface ProviderParts {
  /** Folder of the built pages. */
  readonly pages: vscode.Uri;
  readonly copy: CopyFromView;
  readonly backups: SealedBackups;
  readonly openAsText: (uri: vscode.Uri) => Promise<void>;
}

/** A custom editor that is no text editor: the file it shows is no text document, which is what other extensions can read. */
export function createGuardedViewProvider({ pages, copy, backups, openAsText }: ProviderParts): vscode.CustomEditorProvider<GuardedDocument> & vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.CustomDocumentEditEvent<GuardedDocument>>();
  const edit = (document: GuardedDocument, text: string, label: string) => {
    const before = document.content();
    const after = { text };
    document.set(after);
    changed.fire({ document, label, undo: () => document.set(before), redo: () => document.set(after) });
  };
  const save = () => void vscode.commands.executeCommand("workbench.action.files.save");
  return {
    onDidChangeCustomDocument: changed.event,
    openCustomDocument: async (uri, { backupId }) => {
      const disk = await readGuarded(uri);
      const unsaved = backupId === undefined ? undefined : await backups.read(backupId);
      if (backupId !== undefined && unsaved === undefined) void vscode.window.showWarningMessage("Gatelodge: unsaved edits of a guarded file could not be restored; it is shown as it is on disk.");
      const document = createGuardedDocument(uri, disk, unsaved);
      const following = followDisk(document, () => void revertByHand(document));
      return { ...document, dispose: () => vscode.Disposable.from(following, document).dispose() };
    },
    resolveCustomEditor: (document, panel) => {
      panel.webview.options = { enableScripts: true, localResourceRoots: [pages], enableCommandUris: false, enableForms: false };
      connectPage(document, panel, { edit, save, copy, openAsText: ({ uri }) => void openAsText(uri) });
      panel.webview.html = toPageHtml(panel.webview, pages);
    },
    saveCustomDocument: saveOver,
    saveCustomDocumentAs: async (document, destination) => {
      const content = document.content();
      if ("text" in content) await vscode.workspace.fs.writeFile(destination, toBytes(content.text));
      else await vscode.workspace.fs.copy(document.uri, destination, { overwrite: true });
    },
    revertCustomDocument: async (document) => {
      const bytes = await readGuarded(document.uri);
      document.setDisk(bytes);
      document.set(toContent(bytes));
    },
    backupCustomDocument: (document, { destination }) => {
      const content = document.content();
      return backups.write(destination, "text" in content ? toBytes(content.text) : document.disk());
    },
    dispose: () => changed.dispose(),
  };
}

/** Asks first when somebody else wrote the file in the meantime. Rejects when nothing was saved, so that the view stays dirty. */
async function saveOver(document: GuardedDocument): Promise<void> {
  const content = document.content();
  if ("unsuitable" in content) return; // such a file is only named here, never changed
  const bytes = toBytes(content.text);
  const there = await vscode.workspace.fs.readFile(document.uri).then((read) => read, () => undefined);
  const overwrite = "Overwrite";
  if (there !== undefined && !isSame(there, document.disk()) && !isSame(there, bytes)) {
    if (await vscode.window.showWarningMessage("The file was changed on disk since it was opened here.", { modal: true, detail: "Overwriting loses that change." }, overwrite) !== overwrite) throw new Error("Not saved: the file was changed on disk.");
  }
  document.setDisk(bytes);
  await vscode.workspace.fs.writeFile(document.uri, bytes);
}

/** The editor can revert only what is in front. */
async function revertByHand(document: GuardedDocument): Promise<void> {
  await vscode.commands.executeCommand("vscode.openWith", document.uri, guardedViewType);
  await vscode.commands.executeCommand("workbench.action.files.revert");
}

/** A file that is too large is not read: its first bytes are enough to say so. */
async function readGuarded(uri: vscode.Uri): Promise<Uint8Array> {
  const { size } = await vscode.workspace.fs.stat(uri);
  return size > maxGuardedBytes ? new Uint8Array(maxGuardedBytes + 1) : vscode.workspace.fs.readFile(uri);
}
