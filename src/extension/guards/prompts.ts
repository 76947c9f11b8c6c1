import * as vscode from "vscode";

/** The inputs of chat, quick chat, inline chat and the agents window (VS Code 1.139). */
const schemes = new Set(["chatSessionInput", "sessions-chat"]);

export function isPrompt({ uri }: vscode.TextDocument): boolean {
  return schemes.has(uri.scheme);
}

/** Every input with something in it. Which of them has the focus no extension can tell. */
export function openPrompts(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter((document) => isPrompt(document) && !document.isClosed && document.getText().trim() !== "");
}
