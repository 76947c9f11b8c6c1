import * as vscode from "vscode";
import type { CompletionState } from "../guards/completions/completionState.ts";
import type { CompletionsGuard } from "../guards/completions/completionsGuard.ts";
import { afterStart } from "../afterStart.ts";
import type { JudgedDocuments, Judgement } from "../documents.ts";
import { readSetting } from "../settings.ts";

/** The status item: label of the active file and what assistants may do with it, in words, colour and for screen readers. */
export function registerStatusBar(documents: JudgedDocuments, completions: CompletionsGuard): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("status", vscode.StatusBarAlignment.Right, 100);
  item.name = "Gatelodge";
  item.command = "gatelodge.showStatus";
  const paint = () => {
    const document = vscode.window.activeTextEditor?.document;
    const uri = document?.uri ?? uriOfTab();
    const judgement = uri === undefined ? undefined : documents.judge(uri);
    if (judgement === undefined) {
      if (readSetting("statusBar") === "whenRestricted") return item.hide();
      return show(item, { text: "$(shield) Gatelodge", spoken: "Gatelodge is on. No classified file is active.", tooltip: "Gatelodge is on." });
    }
    const { state, reason } = document === undefined ? withoutDocument(judgement) : completions.stateOf(document);
    if (state === "allowed" && readSetting("statusBar") === "whenRestricted") return item.hide();
    show(item, toFace(judgement, state, reason));
  };
  return vscode.Disposable.from(item, afterStart(paint), vscode.window.onDidChangeActiveTextEditor(paint), completions.onDidChange(paint), documents.onDidChange(paint), vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("gatelodge")) paint();
  }));
}

/** What the editor shows but gives to no extension: too large, not text, or in the guarded view. Judged by its name; nobody can complete in it. */
function uriOfTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
}

const withoutDocument = ({ stopped }: Judgement): ReturnType<CompletionsGuard["stateOf"]> => ({ state: stopped.length > 0 ? "stopped" : "allowed" });

interface Face {
  readonly text: string;
  readonly spoken: string;
  readonly tooltip: string;
  readonly background?: string;
}

/** Words for a judgement; pure but for its types. */
export function toFace({ label, decision, stopped }: Judgement, state: CompletionState["state"], failure: string | undefined): Face {
  const why = decision.reasons[0]?.text ?? "";
  const names = [...new Set(stopped.map(({ name }) => name))].slice(0, 3).join(", ");
  if (state === "allowed" && decision.enforced === "warn") return { text: `$(warning) ${label}: ${decision.rule === "otherwise" ? "not looked through" : "with care"}`, spoken: `Gatelodge: this file is ${label}. Assistants may use it. ${why}`, tooltip: `${why}\nAssistants may use this file.` };
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
