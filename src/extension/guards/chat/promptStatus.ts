import * as vscode from "vscode";
import { isStopped } from "./contextJudge.ts";
import type { JudgedPrompt } from "./promptJudge.ts";

/** Says why a prompt would be stopped before anybody presses the button, which cannot be greyed and cannot answer. */
export interface PromptStatus extends vscode.Disposable {
  readonly show: (judged: JudgedPrompt | undefined) => void;
}

export function createPromptStatus(): PromptStatus {
  const item = vscode.window.createStatusBarItem("prompt", vscode.StatusBarAlignment.Right, 101);
  item.name = "Gatelodge: prompt";
  item.command = "gatelodge.explainPrompt";
  item.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
  return {
    show: (judged) => {
      if (judged === undefined || !isStopped(judged)) return item.hide();
      const reason = toReason(judged);
      item.text = "$(circle-slash) Prompt stopped";
      item.tooltip = reason;
      item.accessibilityInformation = { label: `Gatelodge: prompt stopped: ${reason}` };
      item.show();
    },
    dispose: () => item.dispose(),
  };
}

/** One sentence; of a mentioned file only the name that the person typed. */
export function toReason({ decision, file }: JudgedPrompt): string {
  const why = decision.reasons[0]?.text ?? "The policy does not allow it.";
  return file === undefined ? why : `It mentions ${file}. ${why}`;
}
