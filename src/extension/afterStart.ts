import * as vscode from "vscode";

/**
 * Runs what a guard does first, right after `activate` has returned: the editor and other extensions wait for no policy
 * to be read, and nothing of a workspace is touched while they do. Until then the static levers of package.json hold.
 */
export function afterStart(run: () => void): vscode.Disposable {
  const timer = setImmediate(run);
  return new vscode.Disposable(() => clearImmediate(timer));
}

// The editor's start and the guards' first look are over by then.
const settledMilliseconds = 1000;

/** Runs what would make somebody wait the first time they need it, when nobody is waiting for anything. */
export function whenSettled(run: () => void): vscode.Disposable {
  const timer = setTimeout(run, settledMilliseconds);
  return new vscode.Disposable(() => clearTimeout(timer));
}
