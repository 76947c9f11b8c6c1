import * as vscode from "vscode";
import type { AiStatus } from "../../core/ai/standing.ts";
import { toLines, type AiNode } from "./aiTree.ts";

export interface AiView extends vscode.Disposable {
  /** The lines are others than before. */
  readonly refresh: (denied: number) => void;
  readonly isVisible: () => boolean;
  readonly onDidChangeVisibility: vscode.Event<unknown>;
}

const icons: Readonly<Record<AiStatus, vscode.ThemeIcon>> = {
  approved: new vscode.ThemeIcon("pass", new vscode.ThemeColor("testing.iconPassed")),
  denied: new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground")),
  unknown: new vscode.ThemeIcon("question"),
};

const risky = new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));
/** Lines below a heading that is open from the start. */
const longest = 12;

/** The tree *AI on This Machine*; `lines` is asked when somebody looks at it. */
export function createAiView(lines: () => Promise<readonly AiNode[]>): AiView {
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<AiNode>("gatelodge.machineAi", {
    treeDataProvider: { onDidChangeTreeData: changed.event, getChildren: async (node) => [...(node?.children ?? await lines())], getTreeItem: toItem },
    showCollapseAll: true,
  });
  return {
    refresh: (denied) => {
      view.badge = denied === 0 ? undefined : { value: denied, tooltip: `${denied} denied by the policy` };
      changed.fire(undefined);
    },
    isVisible: () => view.visible,
    onDidChangeVisibility: view.onDidChangeVisibility,
    dispose: () => vscode.Disposable.from(view, changed).dispose(),
  };
}

function toItem(node: AiNode): vscode.TreeItem {
  const { label, description, standing, what, risks, children } = node;
  const item = new vscode.TreeItem(label, children.length === 0 ? vscode.TreeItemCollapsibleState.None : children.length > longest ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded);
  item.description = description;
  if (what === undefined) return item;
  item.iconPath = standing !== undefined ? icons[standing.status] : risks > 0 ? risky : new vscode.ThemeIcon("circle-small");
  // As text: what a model's maker wrote must not become a link or a picture.
  item.tooltip = toLines(node).join("\n");
  item.accessibilityInformation = { label: toLines(node).slice(0, 3).join(", ") };
  item.contextValue = "ai.item";
  return item;
}
