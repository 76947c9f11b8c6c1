import * as vscode from "vscode";
import { valueBefore } from "../core/settingsRecord.ts";
import type { createSettingsRecords } from "../node/settingsRecords.ts";

/** Sets one of the user's settings to a value of ours; what stood there is recorded first, so that it can come back. Rejects when VS Code refuses. */
export async function writeReplaced(records: ReturnType<typeof createSettingsRecords>, key: string, ours: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const before = configuration.inspect(key)?.globalValue;
  if (valueBefore(before, records.read().replaced[key]) !== undefined) return; // ours already, from another window or a crash
  records.update((record) => ({ ...record, replaced: { ...record.replaced, [key]: { before: before ?? null, ours } } }));
  await configuration.update(key, ours, vscode.ConfigurationTarget.Global);
}
