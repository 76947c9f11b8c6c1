import * as vscode from "vscode";
import type { Leases } from "../../../node/leases.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";
import type { FilesInFront } from "./filesInFront.ts";
import { createReplacedSetting } from "./replacedSetting.ts";

const key = "chat.implicitContext.enabled";
// The panel is where VS Code adds the file in front by itself; the other places are off unless somebody turned them on.
const ours = { panel: "never", editor: "never", notebook: "never", terminal: "never" };

interface Parts {
  readonly records: ReturnType<typeof createSettingsRecords>;
  readonly leases: Leases;
  readonly output: vscode.LogOutputChannel;
}

/**
 * Switches the chat's implicit context off while a file above the ceiling is shown. The setting has no value per language,
 * so it is reactive: what is sent before the write is through (docs/coverage.md) still carries the file.
 */
export function createImplicitContext(front: FilesInFront, { records, leases, output }: Parts): vscode.Disposable {
  const setting = createReplacedSetting({ key, ours, records, leases, output });
  const update = () => setting.want(front.shown() !== undefined);
  update();
  return vscode.Disposable.from(setting, front.onDidChange(update));
}
