/** A language as an extension's package.json contributes it. */
export interface ContributedLanguage {
  readonly id: string;
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
}

/** Whole names first, then the longest ending, as VS Code does. */
export function languageByName(baseName: string, languages: readonly ContributedLanguage[]): string | undefined {
  const name = baseName.toLowerCase();
  const byName = languages.find(({ filenames }) => filenames?.some((candidate) => candidate.toLowerCase() === name));
  if (byName !== undefined) return byName.id;
  const candidates = languages.flatMap(({ id, extensions }) => (extensions ?? []).filter((extension) => name.endsWith(extension.toLowerCase())).map((extension) => ({ id, length: extension.length })));
  return candidates.sort((a, b) => b.length - a.length)[0]?.id;
}
