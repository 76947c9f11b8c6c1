interface IgnoreFile {
  readonly file: string;
  readonly readBy: string;
  /** A line with `!` brings back what .gitignore leaves out. */
  readonly keepsExceptionsOut?: true;
}

/** Files in a repository that keep assistants from what they name, in the form of .gitignore. They keep no shell from it. */
export const ignoreFiles: readonly IgnoreFile[] = [
  { file: ".cursorignore", readBy: "Cursor" },
  { file: ".geminiignore", readBy: "Gemini CLI, Antigravity" },
  { file: ".aiexclude", readBy: "Gemini Code Assist" },
  { file: ".codeiumignore", readBy: "Windsurf, Devin" },
  { file: ".devinignore", readBy: "Devin" },
  { file: ".aiignore", readBy: "JetBrains AI, Junie" },
  { file: ".augmentignore", readBy: "Augment", keepsExceptionsOut: true },
  { file: ".continueignore", readBy: "Continue" },
  { file: ".kilocodeignore", readBy: "Kilo Code" },
  { file: ".rooignore", readBy: "Roo Code" },
  { file: ".kiroignore", readBy: "Kiro" },
  { file: ".qwenignore", readBy: "Qwen Code" },
  { file: ".clineignore", readBy: "Cline (files mentioned in a prompt only)" },
  { file: ".aiderignore", readBy: "Aider" },
];
