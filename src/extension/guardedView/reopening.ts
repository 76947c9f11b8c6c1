import * as vscode from "vscode";
import { guardedViewType } from "../../core/settingsRecord.ts";
import type { JudgedDocuments } from "../documents.ts";
import type { Parts } from "../parts.ts";
import { guardedUriOf, wantsGuardedView } from "./guardedFiles.ts";

export interface Reopening extends vscode.Disposable {
  /** A person wants this file as text, knowing what that means: it stays so until its tab is closed. */
  readonly openAsText: (uri: vscode.Uri) => Promise<void>;
}

/**
 * What got a text tab without being asked for as text (an association of the user's own, another extension's
 * `showTextDocument`, a restored window) goes into the guarded view. By then the text was a document for a moment: the
 * association is the lever, this is the net below it (docs/coverage.md).
 */
export function createReopening(parts: Parts, documents: JudgedDocuments): Reopening {
  const asText = new Set<string>();
  const settle = (tab: vscode.Tab) => {
    if (!(tab.input instanceof vscode.TabInputText)) return;
    const { uri } = tab.input;
    if (!asText.has(uri.toString()) && wantsGuardedView(parts, documents, uri) && !isShownGuarded(uri)) void reopen(tab, uri);
  };
  const subscription = vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
    // "Reopen Editor With… Text Editor" closes the guarded tab for a text tab: somebody wants it so.
    const replaced = new Set(closed.flatMap((tab) => guardedUriOf(tab)?.toString() ?? []));
    for (const { input } of closed) if (input instanceof vscode.TabInputText) asText.delete(input.uri.toString());
    for (const { input } of opened) if (input instanceof vscode.TabInputText && replaced.has(input.uri.toString())) asText.add(input.uri.toString());
    opened.forEach(settle);
  });
  allTabs().forEach(settle);
  return {
    openAsText: async (uri) => {
      const detail = "It becomes a text document, which every assistant in this window can read. Completions are stopped in the whole window meanwhile.";
      if (await vscode.window.showWarningMessage("Open this file as text?", { modal: true, detail }, "Open as Text") !== "Open as Text") return;
      asText.add(uri.toString());
      const guarded = allTabs().filter((tab) => guardedUriOf(tab)?.toString() === uri.toString());
      await vscode.commands.executeCommand("vscode.openWith", uri, "default");
      await vscode.window.tabGroups.close(guarded.filter(({ isDirty }) => !isDirty));
    },
    dispose: () => subscription.dispose(),
  };
}

async function reopen(tab: vscode.Tab, uri: vscode.Uri): Promise<void> {
  if (tab.isDirty) return; // unsaved text is the person's; the guard of completions holds meanwhile
  await vscode.commands.executeCommand("vscode.openWith", uri, guardedViewType, { viewColumn: tab.group.viewColumn, preview: tab.isPreview, preserveFocus: !tab.isActive });
  const left = allTabs().filter(({ input, isDirty }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString() && !isDirty);
  await vscode.window.tabGroups.close(left, true);
}

const allTabs = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
const isShownGuarded = (uri: vscode.Uri) => allTabs().some((tab) => guardedUriOf(tab)?.toString() === uri.toString());
