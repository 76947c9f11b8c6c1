import * as vscode from "vscode";

/**
 * Every document of this window that an assistant can read: tabs, which are known 60 to 240 ms before their document
 * is, and open documents, which outlive their tabs. A custom editor keeps its file out of `textDocuments`, so it does not count.
 */
export function openDocumentUris(): readonly vscode.Uri[] {
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => tabUris(input)));
  const documents = vscode.workspace.textDocuments.filter(({ isClosed }) => !isClosed).map(({ uri }) => uri);
  return [...new Map([...tabs, ...documents].map((uri) => [uri.toString(), uri])).values()];
}

/** Documents a tab shows. Tab inputs are recognised by class: their names are minified in the shipped editor. */
export function tabUris(input: unknown): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook) return [input.uri];
  if (input instanceof vscode.TabInputTextDiff || input instanceof vscode.TabInputNotebookDiff) return [input.original, input.modified];
  return [];
}

/** Files in front of their group whose document is not there yet. */
export function arrivingUris(): readonly vscode.Uri[] {
  const known = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  const active = vscode.window.tabGroups.all.flatMap(({ activeTab }) => (activeTab?.input instanceof vscode.TabInputText ? [activeTab.input.uri] : []));
  return active.filter((uri) => !known.has(uri.toString()));
}
