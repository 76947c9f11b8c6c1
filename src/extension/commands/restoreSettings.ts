import { basename } from "node:path";
import * as vscode from "vscode";
import { editList, guardedViewType, ownLanguage, suppressKey, valueBefore, type SettingsRecord } from "../../core/settingsRecord.ts";
import type { Leases } from "../../node/leases.ts";
import type { PinnedFiles } from "../../node/pins/pinnedFiles.ts";
import { restoreSettingsFile } from "../../node/restoreSettingsFile.ts";
import type { createSettingsRecords } from "../../node/settingsRecords.ts";

/** Takes out of the user's settings, and of assistants' that are pinned, exactly what we put in. What a guard still needs in this window it will write again. */
export async function restoreSettings(records: ReturnType<typeof createSettingsRecords>, leases: readonly Leases[], pinned: Pick<PinnedFiles, "undo">): Promise<void> {
  if (leases.some((lease) => lease.heldByOthers())) return void vscode.window.showWarningMessage("Gatelodge: another window still needs these settings. Close its classified files first.");
  try {
    // What a guard put in meanwhile would be lost from the record.
    await records.exclusively(() => restore(records));
    pinned.undo();
    void vscode.window.showInformationMessage("Gatelodge: your settings are as they were.");
  } catch {
    void vscode.window.showErrorMessage("Gatelodge: settings.json could not be written; nothing was forgotten, try again.");
  }
}

async function restore(records: ReturnType<typeof createSettingsRecords>): Promise<void> {
  const record = records.read();
  const { suppress, associations, editorAssociations = [], suppressOwnLanguage, replaced } = record;
  const editor = vscode.workspace.getConfiguration("editor");
  const key = suppressKey.slice("editor.".length);
  await editor.update(key, editList(editor.inspect<string>(key)?.globalValue, [], suppress), vscode.ConfigurationTarget.Global);
  const own = vscode.workspace.getConfiguration("editor", { languageId: ownLanguage });
  if (suppressOwnLanguage.length > 0) await own.update(key, editList(own.inspect<string>(key)?.globalLanguageValue, [], suppressOwnLanguage), vscode.ConfigurationTarget.Global, true);
  await takeOut("files", "associations", associations, ownLanguage);
  await takeOut("workbench", "editorAssociations", editorAssociations, guardedViewType);
  await restoreReplaced(replaced);
  // All values are back; the editor's way of writing has left gaps and spaces of its own.
  if (!isOpenAndChanged(record.settingsFile)) restoreSettingsFile(record);
  records.forget();
}

const isOpenAndChanged = (file: string) => vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && basename(uri.path) === basename(file));

async function restoreReplaced(replaced: SettingsRecord["replaced"]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  for (const [key, entry] of Object.entries(replaced)) {
    const back = valueBefore(configuration.inspect(key)?.globalValue, entry);
    if (back !== undefined) await configuration.update(key, back.value, vscode.ConfigurationTarget.Global);
  }
}

/** Our keys of a setting that maps keys to values, as far as they still have our value. */
async function takeOut(section: string, name: string, keys: readonly string[], value: string): Promise<void> {
  if (keys.length === 0) return;
  const configuration = vscode.workspace.getConfiguration(section);
  const current = configuration.inspect<Record<string, string>>(name)?.globalValue ?? {};
  const kept = Object.fromEntries(Object.entries(current).filter(([key, its]) => !(keys.includes(key) && its === value)));
  await configuration.update(name, Object.keys(kept).length === 0 ? undefined : kept, vscode.ConfigurationTarget.Global);
}
