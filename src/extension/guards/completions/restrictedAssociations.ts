import * as vscode from "vscode";
import { ownLanguage } from "../../../core/settingsRecord.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";

/** Adds missing associations and takes out those we added that no policy asks for any more. Rejects when VS Code refuses. */
export async function writeAssociations(records: ReturnType<typeof createSettingsRecords>, globs: readonly string[]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration("files");
  const current = configuration.inspect<Record<string, string>>("associations")?.globalValue ?? {};
  const { associations: ours } = records.read();
  // A user's own value for the same glob is theirs; the status says that the file is not covered.
  const missing = globs.filter((glob) => !Object.hasOwn(current, glob));
  const surplus = ours.filter((glob) => !globs.includes(glob) && current[glob] === ownLanguage);
  if (missing.length === 0 && surplus.length === 0) return;
  records.update((record) => ({ ...record, associations: [...new Set([...record.associations, ...missing])] }));
  const kept = Object.entries(current).filter(([glob]) => !surplus.includes(glob));
  const next = Object.fromEntries([...kept, ...missing.map((glob) => [glob, ownLanguage])]);
  await configuration.update("associations", Object.keys(next).length === 0 ? undefined : next, vscode.ConfigurationTarget.Global);
  records.update((record) => ({ ...record, associations: record.associations.filter((glob) => !surplus.includes(glob)) }));
}
