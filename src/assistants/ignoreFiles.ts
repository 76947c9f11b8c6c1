/** Files in a repository that keep assistants from what they name, in the form of .gitignore. They keep no shell from it. */
export const ignoreFiles: readonly { readonly file: string; readonly readBy: string }[] = [
  { file: ".cursorignore", readBy: "Cursor" },
  { file: ".geminiignore", readBy: "Gemini CLI, Antigravity" },
  { file: ".aiexclude", readBy: "Gemini Code Assist" },
  { file: ".codeiumignore", readBy: "Windsurf, Devin" },
  { file: ".aiignore", readBy: "JetBrains AI, Junie" },
];
