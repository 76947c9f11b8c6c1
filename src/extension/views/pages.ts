import * as vscode from "vscode";

const scheme = "gatelodge";

export interface Pages extends vscode.Disposable {
  /** Shows a text as a read-only document: searchable, copyable, readable by a screen reader, in the user's theme. */
  readonly show: (name: string, markdown: string) => Promise<void>;
}

/** Read-only pages in the editor. Plain Markdown source, so nothing in it can run. */
export function createPages(): Pages {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const texts = new Map<string, string>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? "",
  });
  return {
    show: async (name, markdown) => {
      const uri = vscode.Uri.from({ scheme, path: `/${name}.md` });
      texts.set(uri.path, markdown);
      changed.fire(uri);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
    },
    dispose: () => {
      provider.dispose();
      changed.dispose();
    },
  };
}
