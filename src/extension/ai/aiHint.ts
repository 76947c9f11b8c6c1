import * as vscode from "vscode";
import { toReasons, type AiNode } from "./aiTree.ts";

export interface AiHint extends vscode.Disposable {
  /** Shows what is here although the policy denies it; with nothing of that there is no item at all. */
  readonly show: (denied: readonly AiNode[]) => void;
}

/** The one sign beside the view: no notification, and only for what is denied. */
export function createAiHint(): AiHint {
  const state: { item?: vscode.StatusBarItem } = {};
  const create = () => {
    const item = vscode.window.createStatusBarItem("gatelodge.ai", vscode.StatusBarAlignment.Right, 98);
    item.name = "Gatelodge: AI on this machine";
    item.command = "gatelodge.showMachineAi";
    return item;
  };
  return {
    show: (denied) => {
      if (denied.length === 0) return state.item?.hide();
      const item = (state.item ??= create());
      const said = denied.map((node) => `${node.label}: ${toReasons(node).join(" ")}`);
      item.text = `$(warning) ${denied.length === 1 ? withoutIcons(denied[0]!.label) : `${denied.length} AI`} denied`;
      item.tooltip = ["Is here although the policy denies it:", ...said].join("\n");
      item.accessibilityInformation = { label: `Gatelodge: is here although the policy denies it: ${said.join(" ")}` };
      item.show();
    },
    dispose: () => state.item?.dispose(),
  };
}

/** `$(name)` in a maker's word would be drawn as an icon. */
const withoutIcons = (label: string) => label.slice(0, 40).replaceAll("$(", "(");
