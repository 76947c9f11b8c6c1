import * as vscode from "vscode";
import { editList, ownLanguage, suppressKey } from "../../../core/settingsRecord.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";

const key = suppressKey.slice("editor.".length);

/** Writes what is missing when it is called, once at a time; says once that it could not. */
export function createOwnLanguageSilence(records: ReturnType<typeof createSettingsRecords>, groups: () => readonly string[], output: vscode.LogOutputChannel): () => void {
  const state = { writing: false, failed: false };
  return () => {
    if (state.writing) return;
    state.writing = true;
    void records.free().then(() => suppressInOwnLanguage(records, groups())).then(() => { state.failed = false; }, () => {
      if (!state.failed) output.error("completions: settings of our language could not be written");
      state.failed = true;
    }).finally(() => { state.writing = false; });
  };
}

/**
 * Makes every provider group silent in our own language for good, explicit triggers included: it concerns no other file.
 * package.json does so for the assistants we know; extensions that we do not know are added here, once each.
 */
async function suppressInOwnLanguage(records: ReturnType<typeof createSettingsRecords>, groups: readonly string[]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration("editor", { languageId: ownLanguage });
  const inspected = configuration.inspect<string>(key);
  const shipped = inspected?.defaultLanguageValue ?? "";
  const current = inspected?.globalLanguageValue;
  const known = (current ?? shipped).split(",");
  if (groups.every((group) => known.includes(group))) return;
  const next = editList(current ?? shipped, [...groups, ...shipped.split(",")].filter((group) => group !== ""), []);
  const mine = new Set((current ?? "").split(","));
  records.update((record) => ({ ...record, suppressOwnLanguage: [...new Set([...record.suppressOwnLanguage, ...(next ?? "").split(",").filter((group) => !mine.has(group))])] }));
  await configuration.update(key, next, vscode.ConfigurationTarget.Global, true);
}
