import { unwatchFile, watchFile } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { baselineNames } from "../node/baseline/baselines.ts";
import type { Locations } from "../node/locations.ts";
import { trustPlaces } from "../node/trust/trustFiles.ts";
import { grantsFileName } from "./parts.ts";

export interface PolicyChanges extends vscode.Disposable {
  readonly event: vscode.Event<void>;
}

// The store looks at the files again after 100 ms; whoever asks earlier gets the old answer.
const settleMilliseconds = 150;
// The editor's own watcher does not see a file whose folder comes later (measured); two stats in two seconds do.
const pollMilliseconds = 2000;

/**
 * Fires some time after a policy file, a baseline or a permission changed on disk, so that guards and views look again. Decisions do not wait for it: the
 * store looks at the files itself.
 */
export function createPolicyChanges({ machineFile, userPolicy, state: folder }: Locations): PolicyChanges {
  const changed = new vscode.EventEmitter<void>();
  const state: { timer?: NodeJS.Timeout } = {};
  const later = () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => changed.fire(), settleMilliseconds);
  };
  // A permission given in another window holds in this one.
  const { pin, policy } = trustPlaces({ state: folder });
  const outside = [machineFile, userPolicy, pin, policy, join(folder, grantsFileName)];
  for (const file of outside) watchFile(file, { persistent: false, interval: pollMilliseconds }, later);
  const inside = vscode.workspace.createFileSystemWatcher(`**/{gatelodge.yaml,${baselineNames.join(",")}}`);
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
