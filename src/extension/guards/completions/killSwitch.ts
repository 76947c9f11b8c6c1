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

/**
 * Whose setting lets assistants be asked in other files while this one is open, in words: for all languages or for one.
 * Languages are those that any settings file names, whether such a file is open or not. `undefined`: nobody's.
 */
export function findKillSwitchElsewhere(uri: vscode.Uri, groups: readonly string[]): string | undefined {
  const found = vscode.workspace.getConfiguration("editor", uri).inspect<string>(key);
  const lacks = (value: string | undefined) => value !== undefined && !groups.every((group) => value.split(",").includes(group));
  if (lacks(found?.workspaceFolderValue ?? found?.workspaceValue)) return "a setting of this repository (.vscode/settings.json) lets assistants complete in other files while this one is open";
  for (const languageId of found?.languageIds ?? []) {
    if (languageId === ownLanguage) continue;
    const its = vscode.workspace.getConfiguration("editor", { uri, languageId }).inspect<string>(key);
    const ofRepository = its?.workspaceFolderLanguageValue ?? its?.workspaceLanguageValue;
    if (lacks(ofRepository ?? its?.globalLanguageValue)) return `a setting ${ofRepository === undefined ? "of yours" : "of this repository"} for ${languageId} files lets assistants complete in them while this one is open`;
  }
  return undefined;
}

/** Whoever sets the key in this window for the repository, for all languages or for one. */
export function isSetByRepository(): boolean {
  const configuration = vscode.workspace.getConfiguration("editor");
  const languages = configuration.inspect<string>(key)?.languageIds ?? [];
  const found = [configuration, ...languages.map((languageId) => vscode.workspace.getConfiguration("editor", { languageId }))].map((scoped) => scoped.inspect<string>(key));
  return found.some((its) => [its?.workspaceValue, its?.workspaceFolderValue, its?.workspaceLanguageValue, its?.workspaceFolderLanguageValue].some((value) => value !== undefined));
}
