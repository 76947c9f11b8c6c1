import { basename, dirname } from "node:path";
import * as vscode from "vscode";
import type { Locations } from "../node/locations.ts";

export interface PolicyChanges extends vscode.Disposable {
  readonly event: vscode.Event<void>;
}

// The store looks at the files again after 100 ms; whoever asks earlier gets the old answer.
const settleMilliseconds = 150;

/**
 * Fires some time after a policy file changed on disk, so that views are painted anew. Decisions do not wait for it: the
 * store looks at the files itself.
 */
export function createPolicyChanges({ machineFile, userPolicy }: Pick<Locations, "machineFile" | "userPolicy">): PolicyChanges {
  const changed = new vscode.EventEmitter<void>();
  const state: { timer?: NodeJS.Timeout } = {};
  const later = () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => changed.fire(), settleMilliseconds);
  };
  const outside = [machineFile, userPolicy].map((file) => new vscode.RelativePattern(vscode.Uri.file(dirname(file)), basename(file)));
  const watchers = ["**/gatelodge.yaml", ...outside].map((pattern) => {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    return vscode.Disposable.from(watcher, watcher.onDidChange(later), watcher.onDidCreate(later), watcher.onDidDelete(later));
  });
  return {
    event: changed.event,
    dispose: () => {
      clearTimeout(state.timer);
      vscode.Disposable.from(changed, ...watchers).dispose();
    },
  };
}
