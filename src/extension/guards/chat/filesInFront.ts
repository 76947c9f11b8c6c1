import * as vscode from "vscode";
import { tabUris } from "../completions/openDocuments.ts";
import { isStopped, strictestOf, type Judged } from "../judged.ts";
import type { ContextJudge } from "./contextJudge.ts";

/** What the chat could take along by itself: the file in front, and every other one that is shown. */
export interface FilesInFront extends vscode.Disposable {
  /** The active editor's file, if it may not go to an assistant. */
  readonly active: () => Judged | undefined;
  /** Any file that is shown, if it may not. Tabs are known before their editor is painted. */
  readonly shown: () => Judged | undefined;
  readonly onDidChange: vscode.Event<void>;
}

export function createFilesInFront(context: ContextJudge, changed: vscode.Event<unknown>): FilesInFront {
  const emitter = new vscode.EventEmitter<void>();
  const fire = () => emitter.fire();
  const subscriptions = vscode.Disposable.from(
    emitter, changed(fire),
    vscode.window.tabGroups.onDidChangeTabs(fire), vscode.window.tabGroups.onDidChangeTabGroups(fire),
    vscode.window.onDidChangeActiveTextEditor(fire), vscode.window.onDidChangeVisibleTextEditors(fire),
  );
  const stopped = (uris: readonly vscode.Uri[]) => {
    const answers = uris.map((uri) => context.file(uri)).filter(isStopped);
    return answers.length === 0 ? undefined : strictestOf(answers);
  };
  return {
    active: () => stopped(activeUris()),
    shown: () => stopped(shownUris()),
    onDidChange: emitter.event,
    dispose: () => subscriptions.dispose(),
  };
}

function activeUris(): readonly vscode.Uri[] {
  const document = vscode.window.activeTextEditor?.document;
  return document === undefined ? tabFiles(vscode.window.tabGroups.activeTabGroup.activeTab?.input) : [document.uri];
}

/** Also of a custom editor, the guarded view among them: attaching asks for the tab's file, whatever shows it. */
export function tabFiles(input: unknown): readonly vscode.Uri[] {
  return input instanceof vscode.TabInputCustom ? [input.uri] : tabUris(input);
}

function shownUris(): readonly vscode.Uri[] {
  const tabs = vscode.window.tabGroups.all.flatMap(({ activeTab }) => tabUris(activeTab?.input));
  return [...tabs, ...vscode.window.visibleTextEditors.map(({ document }) => document.uri)];
}
