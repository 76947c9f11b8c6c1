import * as vscode from "vscode";
import { languageByName, type ContributedLanguage } from "./languageByName.ts";

export interface TrueLanguages extends vscode.Disposable {
  /** The language a file would have without us. `undefined`: plain text. */
  readonly of: (uri: vscode.Uri) => string | undefined;
}

/** By the languages that installed extensions contribute, which are looked up once: there are hundreds. */
export function createTrueLanguages(ownId: string): TrueLanguages {
  const state: { languages?: readonly ContributedLanguage[] } = {};
  const contributed = () => vscode.extensions.all.filter(({ id }) => id.toLowerCase() !== ownId)
    .flatMap(({ packageJSON }) => (packageJSON.contributes?.languages ?? []) as readonly ContributedLanguage[]);
  const subscription = vscode.extensions.onDidChange(() => { delete state.languages; });
  return {
    of: (uri) => languageByName(uri.path.slice(uri.path.lastIndexOf("/") + 1), state.languages ??= contributed()),
    dispose: () => subscription.dispose(),
  };
}
