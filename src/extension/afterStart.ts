import * as vscode from "vscode";

/**
 * Runs what a guard does first, right after `activate` has returned: the editor and other extensions wait for no policy
 * to be read, and nothing of a workspace is touched while they do. Until then the static levers of package.json hold.
 */
export function afterStart(run: () => void): vscode.Disposable {
  const timer = setImmediate(run);
  return new vscode.Disposable(() => clearImmediate(timer));
}
