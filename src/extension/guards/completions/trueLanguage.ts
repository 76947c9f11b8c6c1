import * as vscode from "vscode";

interface ContributedLanguage {
  readonly id: string;
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
}

/** The language a file would have without us, by the languages that installed extensions contribute. `undefined`: plain text. */
export function trueLanguageOf(uri: vscode.Uri, ownId: string): string | undefined {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1).toLowerCase();
  const languages = vscode.extensions.all.filter(({ id }) => id.toLowerCase() !== ownId)
    .flatMap(({ packageJSON }) => (packageJSON.contributes?.languages ?? []) as readonly ContributedLanguage[]);
  const byName = languages.find(({ filenames }) => filenames?.some((candidate) => candidate.toLowerCase() === name));
  if (byName !== undefined) return byName.id;
  const candidates = languages.flatMap(({ id, extensions }) => (extensions ?? []).filter((extension) => name.endsWith(extension.toLowerCase())).map((extension) => ({ id, length: extension.length })));
  return candidates.sort((a, b) => b.length - a.length)[0]?.id;
}
