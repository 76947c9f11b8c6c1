import * as vscode from "vscode";

/** The file in front, whatever shows it. */
export interface ActiveFile {
  readonly uri: vscode.Uri;
  /** Absent where the editor shows it but gives it to no extension: too large, not text, or in the guarded view. Nobody can complete in it. */
  readonly document?: vscode.TextDocument;
}

/** `undefined`: nothing that stands for a file is in front. */
export function findActiveFile(): ActiveFile | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined) return { uri: document.uri, document };
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? { uri: input.uri } : undefined;
}
