import * as vscode from "vscode";
import { ownLanguage, suppressKey } from "../../../core/settingsRecord.ts";

const key = suppressKey.slice("editor.".length);

/**
 * Whose setting defeats ours for this document, in words: a repository's own value beats the user's, and a value for one
 * language beats ours for all. `undefined`: nobody's.
 */
export function findKillSwitch(scope: { readonly uri: vscode.Uri; readonly languageId: string }): string | undefined {
  const found = vscode.workspace.getConfiguration("editor", scope).inspect<string>(key);
  const ofWorkspace = [found?.workspaceValue, found?.workspaceFolderValue, found?.workspaceLanguageValue, found?.workspaceFolderLanguageValue];
  if (ofWorkspace.some((value) => value !== undefined)) return "a setting of this repository (.vscode/settings.json) switches the guard off";
  if (found?.globalLanguageValue !== undefined && scope.languageId !== ownLanguage) return `a setting of yours for ${scope.languageId} files switches the guard off`;
  return undefined;
}

/** A repository's own value for all languages, by which assistants are asked in the files beside this one. */
export function findKillSwitchElsewhere(uri: vscode.Uri, groups: readonly string[]): string | undefined {
  const found = vscode.workspace.getConfiguration("editor", uri).inspect<string>(key);
  const value = found?.workspaceFolderValue ?? found?.workspaceValue;
  if (value === undefined) return undefined;
  const silent = value.split(",");
  return groups.every((group) => silent.includes(group)) ? undefined : "a setting of this repository (.vscode/settings.json) lets assistants complete in other files while this one is open";
}
