import * as vscode from "vscode";
import type { CompletionsGuard } from "../guards/completions/completionsGuard.ts";
import { findActiveFile } from "../activeFile.ts";
import { afterStart } from "../afterStart.ts";
import type { JudgedDocuments, Judgement } from "../documents.ts";
import type { Parts } from "../parts.ts";
import { readSetting } from "../settings.ts";
import { hasBrokenPolicy } from "./policyProblems.ts";
import { withBrokenPolicy } from "./problemWords.ts";
import { isMonitored, toFace, type Face } from "./statusFace.ts";

/** The status item: label of the active file and what assistants may do with it, in words, colour and for screen readers. */
export function registerStatusBar(documents: JudgedDocuments, completions: CompletionsGuard, parts: Pick<Parts, "policies" | "identify">): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("status", vscode.StatusBarAlignment.Right, 100);
  item.name = "Gatelodge";
  item.command = "gatelodge.showStatus";
  const paint = () => {
    const { uri, document } = findActiveFile() ?? {};
    const judgement = uri === undefined ? undefined : documents.judge(uri);
    const broken = hasBrokenPolicy(parts, uri);
    const tell = (face: Face) => show(item, broken ? withBrokenPolicy(face) : face);
    if (judgement === undefined) {
      if (readSetting("statusBar") === "whenRestricted" && !broken) return item.hide();
      return tell({ text: "$(shield) Gatelodge", spoken: "Gatelodge is on. No classified file is active.", tooltip: "Gatelodge is on." });
    }
    const { state, reason } = document === undefined ? withoutDocument(judgement) : completions.stateOf(document);
    if (state === "allowed" && !isMonitored(judgement) && !broken && readSetting("statusBar") === "whenRestricted") return item.hide();
    tell(toFace(judgement, state, reason));
  };
  return vscode.Disposable.from(item, afterStart(paint), vscode.window.onDidChangeActiveTextEditor(paint), completions.onDidChange(paint), documents.onDidChange(paint), vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("gatelodge")) paint();
  }));
}

/** Judged by its name. */
const withoutDocument = ({ stopped }: Judgement): ReturnType<CompletionsGuard["stateOf"]> => ({ state: stopped.length > 0 ? "stopped" : "allowed" });

function show(item: vscode.StatusBarItem, { text, spoken, tooltip, background }: Face): void {
  item.text = text;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: spoken };
  item.backgroundColor = background === undefined ? undefined : new vscode.ThemeColor(background);
  item.show();
}
