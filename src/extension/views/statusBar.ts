import * as vscode from "vscode";
import type { CompletionsGuard } from "../guards/completions/completionsGuard.ts";
import type { JudgedDocuments, Judgement } from "../documents.ts";
import { readSetting } from "../settings.ts";

/** The status item: label of the active file and what assistants may do with it, in words, colour and for screen readers. */
export function registerStatusBar(documents: JudgedDocuments, completions: CompletionsGuard): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("status", vscode.StatusBarAlignment.Right, 100);
  item.name = "Gatelodge";
  item.command = "gatelodge.showStatus";
  const paint = () => {
    const document = vscode.window.activeTextEditor?.document;
    const judgement = document === undefined ? undefined : documents.judge(document.uri);
    if (document === undefined || judgement === undefined) {
      if (readSetting("statusBar") === "whenRestricted") return item.hide();
      return show(item, { text: "$(shield) Gatelodge", spoken: "Gatelodge is on. No classified file is active.", tooltip: "Gatelodge is on." });
    }
    const { state, reason } = completions.stateOf(document);
    if (state === "allowed" && readSetting("statusBar") === "whenRestricted") return item.hide();
    show(item, toFace(judgement, state, reason));
  };
  paint();
  return vscode.Disposable.from(item, vscode.window.onDidChangeActiveTextEditor(paint), completions.onDidChange(paint), documents.onDidChange(paint), vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("gatelodge")) paint();
  }));
}

interface Face {
  readonly text: string;
  readonly spoken: string;
  readonly tooltip: string;
  readonly background?: string;
}

/** Words for a judgement; pure but for its types. */
export function toFace({ label, decision, stopped }: Judgement, state: ReturnType<CompletionsGuard["stateOf"]>["state"], failure: string | undefined): Face {
  const why = decision.reasons[0]?.text ?? "";
  const names = [...new Set(stopped.map(({ name }) => name))].slice(0, 3).join(", ");
  if (state === "allowed") return { text: `$(shield) ${label}`, spoken: `Gatelodge: this file is ${label}. Assistants may use it.`, tooltip: `${label}: assistants may use this file.` };
  if (state === "failed") return { text: `$(warning) ${label}: not enforced`, spoken: `Gatelodge: this file is ${label}, but completions could not be stopped: ${failure}`, tooltip: `Completions could not be stopped: ${failure}`, background: "statusBarItem.errorBackground" };
  const text = state === "stopping" ? `$(sync~spin) ${label}: stopping AI` : `$(lock) ${label}: no AI`;
  return { text, spoken: `Gatelodge: this file is ${label}. Completions are stopped for ${names}. ${why}`, tooltip: `${why}\nCompletions are stopped for ${names}.`, background: "statusBarItem.warningBackground" };
}

function show(item: vscode.StatusBarItem, { text, spoken, tooltip, background }: Face): void {
  item.text = text;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: spoken };
  item.backgroundColor = background === undefined ? undefined : new vscode.ThemeColor(background);
  item.show();
}
