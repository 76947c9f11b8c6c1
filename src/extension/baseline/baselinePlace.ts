import { realpathSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { baselineName } from "../../node/baseline/baseline.ts";
import { findRepository } from "../../node/git.ts";

export interface BaselinePlace {
  /** Real path of the repository's root, or of the folder that is in none. */
  readonly root: string;
  readonly file: string;
}

/** Where the baseline of a folder of this window stands; the person says which folder, when there are several. */
export async function findBaselinePlace(): Promise<BaselinePlace | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
  const folder = folders.length > 1 ? (await vscode.window.showQuickPick(folders.map((each) => ({ label: each.name, each })), { title: "The baseline of which folder?" }))?.each : folders[0];
  if (folder === undefined) {
    if (folders.length === 0) void vscode.window.showInformationMessage("Gatelodge keeps a baseline for a folder on this disk, and none is open.");
    return undefined;
  }
  const root = realpathSync(findRepository(folder.uri.fsPath) ?? folder.uri.fsPath);
  return { root, file: join(root, baselineName) };
}
