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

/** One sentence; of a file only its own name. */
export function toReason(judged: JudgedPrompt): string {
  const why = judged.decision.reasons[0]?.text ?? "The policy does not allow it.";
  return judged.file === undefined ? why : `It ${toCause(judged)}. ${why}`;
}

/** How the file that decided comes into the prompt: words after "it". */
export function toCause({ file, shown }: JudgedPrompt): string {
  return shown === true ? `would take ${file} along, which is shown` : `mentions ${file}`;
}
