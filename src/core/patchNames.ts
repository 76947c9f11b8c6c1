const maxNames = 5000;
// The headlines of git's, GNU's and Codex's patches, and of Subversion's.
const headlines = /^(?:--- |\+\+\+ |\*\*\* (?!Begin Patch|End )(?:(?:Add|Update|Delete) File: |Move to: )?|rename (?:from|to) |copy to |Index: )([^\t\r\n]+)/gm;
const gitHeads = /^diff --git (.+)$/gm;

/** Files that a patch names in its headlines, as they stand there: with leading folders that may be taken away. */
export function patchNames(patch: string): readonly string[] {
  const named = [...patch.matchAll(headlines)].map(([, name = ""]) => unquoted(name.trim()));
  const heads = [...patch.matchAll(gitHeads)].flatMap(([, line = ""]) => line.split(/ (?=(?:"?[a-z]\/))/).map((name) => unquoted(name)));
  return [...new Set([...named, ...heads])].filter((name) => name !== "" && name !== "/dev/null").slice(0, maxNames);
}

/** Git writes unusual names in quotes, with bytes as octal numbers. */
function unquoted(name: string): string {
  if (!name.startsWith("\"")) return name;
  return name.slice(1, name.endsWith("\"") ? -1 : undefined).replace(/\\([0-7]{3}|.)/g, (_, code: string) => (/^\d{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : code));
}
