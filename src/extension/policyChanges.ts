import { unwatchFile, watchFile } from "node:fs";
import * as vscode from "vscode";
import type { Locations } from "../node/locations.ts";

export interface PolicyChanges extends vscode.Disposable {
  readonly event: vscode.Event<void>;
}

// The store looks at the files again after 100 ms; whoever asks earlier gets the old answer.
const settleMilliseconds = 150;
// The editor's own watcher does not see a file whose folder comes later (measured); two stats in two seconds do.
const pollMilliseconds = 2000;

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
  const outside = [machineFile, userPolicy];
  for (const file of outside) watchFile(file, { persistent: false, interval: pollMilliseconds }, later);
  const inside = vscode.workspace.createFileSystemWatcher("**/gatelodge.yaml");
  const subscriptions = vscode.Disposable.from(changed, inside, inside.onDidChange(later), inside.onDidCreate(later), inside.onDidDelete(later));
  return {
    event: changed.event,
    dispose: () => {
      clearTimeout(state.timer);
      for (const file of outside) unwatchFile(file, later);
      subscriptions.dispose();
    },
  };
}
