import * as vscode from "vscode";
import type { ResultNode } from "./resultTree.ts";

export interface ResultView extends vscode.Disposable {
  /** Puts a result in place of the one before, and brings the view to the front. */
  readonly show: (tree: readonly ResultNode[], message: string) => Promise<void>;
}

/** The view is there from its first result on: until then nothing is created, and the panel has no empty tab. */
export function createResultView(): ResultView {
  const changed = new vscode.EventEmitter<undefined>();
  const state: { tree: readonly ResultNode[]; view?: vscode.TreeView<ResultNode> } = { tree: [] };
  const create = () => vscode.window.createTreeView<ResultNode>("gatelodge.scanResults", {
    treeDataProvider: { onDidChangeTreeData: changed.event, getChildren: (node) => [...(node?.children ?? state.tree)], getTreeItem: toItem },
    showCollapseAll: true,
  });
  return {
    show: async (tree, message) => {
      state.tree = tree;
      state.view ??= create();
      state.view.message = message;
      changed.fire(undefined);
      await vscode.commands.executeCommand("setContext", "gatelodge.hasScanResults", true);
      await vscode.commands.executeCommand("gatelodge.scanResults.focus");
    },
    dispose: () => {
      state.view?.dispose();
      changed.dispose();
    },
  };
}

function toItem({ label, description, children, file, place }: ResultNode): vscode.TreeItem {
  const item = new vscode.TreeItem(label, children.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None);
  item.description = description;
  if (file === undefined) return item;
  const uri = vscode.Uri.file(file);
  if (place === undefined) {
    item.resourceUri = uri;
    item.iconPath = vscode.ThemeIcon.File;
    return item;
  }
  const selection = new vscode.Range(place.line, place.character, place.endLine, place.endCharacter);
  item.command = { command: "vscode.open", title: "Open", arguments: [uri, { selection } satisfies vscode.TextDocumentShowOptions] };
  return item;
}
