import * as vscode from "vscode";
import type { Leases } from "../../../node/leases.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";
import { afterStart } from "../../afterStart.ts";
import type { FilesInFront } from "./filesInFront.ts";
import type { JudgedPrompt } from "./promptJudge.ts";
import { createReplacedSetting } from "./replacedSetting.ts";

const key = "chat.implicitContext.enabled";
// The panel is where VS Code adds the file in front by itself; the other places are off unless somebody turned them on.
const ours = { panel: "never", editor: "never", notebook: "never", terminal: "never" };

export interface ImplicitContext extends vscode.Disposable {
  /** The shown file that would travel with a prompt by itself, were it sent now. */
  readonly carried: () => JudgedPrompt | undefined;
  /** The same after waiting for the setting, not longer than `patience` milliseconds. */
  readonly settle: (patience: number) => Promise<JudgedPrompt | undefined>;
  readonly onDidChange: vscode.Event<void>;
}

interface Parts {
  readonly records: ReturnType<typeof createSettingsRecords>;
  readonly leases: Leases;
  readonly failed: (error: unknown) => void;
}

/**
 * Switches the chat's implicit context off while a file above the ceiling is shown. VS Code refuses a value of
 * this setting for one language, and writing it takes 0.1 to 0.9 s to write, so a prompt waits for it; where a repository's own value replaces ours, or ours cannot
 * be written, the prompt is stopped as long as the file is shown.
 */
export function createImplicitContext(front: FilesInFront, { records, leases, failed }: Parts): ImplicitContext {
  const changed = new vscode.EventEmitter<void>();
  const setting = createReplacedSetting({ key, ours, records, leases, failed });
  const update = () => {
    setting.want(front.shown() !== undefined);
    changed.fire();
  };
  const carried = () => {
    const judged = isOff() ? undefined : front.shown();
    return judged === undefined ? undefined : { ...judged, file: judged.request.path?.absolute.split("/").at(-1) ?? "a file", shown: true as const };
  };
  const subscriptions = vscode.Disposable.from(afterStart(update), changed, setting, front.onDidChange(update), vscode.workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration(key) ? changed.fire() : undefined)));
  return {
    carried,
    settle: async (patience) => {
      if (carried() === undefined) return undefined;
      await nextOrTimeout(changed.event, () => carried() === undefined, patience);
      return carried();
    },
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

/** An editor without the setting has no implicit context to switch off. */
function isOff(): boolean {
  const value = vscode.workspace.getConfiguration().get<Readonly<Record<string, string>>>(key);
  return value === undefined || Object.values(value).every((when) => when === "never");
}

async function nextOrTimeout(event: vscode.Event<void>, done: () => boolean, patience: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    };
    const timer = setTimeout(finish, patience);
    const subscription = event(() => (done() ? finish() : undefined));
  });
}
