import * as vscode from "vscode";

// VS Code gives up its session when dictation begins (1.139, measured): the only way to tell it so without moving the cursor.
const key = "editorDictation.inProgress";

/**
 * Ends what VS Code began to suggest while it was still allowed. A session that began with a key goes on asking at each
 * further one, whatever the settings of the language say by then, until the cursor leaves.
 */
export async function endSuggestions(): Promise<void> {
  await vscode.commands.executeCommand("setContext", key, true);
  await vscode.commands.executeCommand("setContext", key, undefined);
}
