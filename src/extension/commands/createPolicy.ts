import { dirname } from "node:path";
import { mkdirSync } from "node:fs";
import * as vscode from "vscode";

const template = `# Gatelodge policy. It can only make the policies above it stricter.
version: 1
classification:
  - id: crown-jewels
    label: confidential
    paths:
      - "src/secret-sauce/**"
rules: []
`;

/** Opens this repository's gatelodge.yaml, or a new one, unsaved, to be looked at first. */
export async function createPolicy(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) return void vscode.window.showInformationMessage("Gatelodge: open a folder first; the policy is a file in it.");
  await openOrCreate(vscode.Uri.joinPath(folder, "gatelodge.yaml"));
}

/** Opens the user's own policy file. */
export async function openUserPolicy(file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  await openOrCreate(vscode.Uri.file(file));
}

async function openOrCreate(uri: vscode.Uri): Promise<void> {
  const exists = await vscode.workspace.fs.stat(uri).then(() => true, () => false);
  const document = await vscode.workspace.openTextDocument(exists ? uri : uri.with({ scheme: "untitled" }));
  const editor = await vscode.window.showTextDocument(document);
  if (!exists && document.getText() === "") await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), template));
}
