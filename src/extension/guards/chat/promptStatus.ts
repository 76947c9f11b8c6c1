import * as vscode from "vscode";
import { isStopped } from "../judged.ts";
import type { JudgedPrompt } from "./promptJudge.ts";

/** Says why a prompt would be stopped before anybody presses the button, which cannot be greyed and cannot answer. */
export interface PromptStatus extends vscode.Disposable {
  readonly show: (judged: JudgedPrompt | undefined) => void;
}

export function createPromptStatus(): PromptStatus {
  const item = vscode.window.createStatusBarItem("prompt", vscode.StatusBarAlignment.Right, 101);
  item.name = "Gatelodge: prompt";
  item.command = "gatelodge.explainPrompt";
  return {
    show: (judged) => {
      if (judged === undefined || !isStopped(judged)) return item.hide();
      const reason = judged.pending === true ? "What the prompt names is looked up; it is not sent before." : toReason(judged);
      item.text = judged.pending === true ? "$(sync~spin) Looking up names…" : "$(circle-slash) Prompt stopped";
      item.backgroundColor = judged.pending === true ? undefined : new vscode.ThemeColor("statusBarItem.warningBackground");
      item.tooltip = reason;
      item.accessibilityInformation = { label: judged.pending === true ? `Gatelodge: ${reason}` : `Gatelodge: prompt stopped: ${reason}` };
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
