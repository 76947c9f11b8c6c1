/** What the language server may hold: what people edit, not what is shown of git, of other tools or of ourselves. */
export const servedSchemes: readonly string[] = ["file", "untitled", "vscode-notebook-cell", "vscode-remote", "vscode-scm"];
