import * as vscode from "vscode";
import { toAssociation } from "../../core/guardedNames.ts";
import { guardedViewType } from "../../core/settingsRecord.ts";
import type { createSettingsRecords } from "../../node/settingsRecords.ts";
import type { Parts } from "../parts.ts";

/**
 * Says in the user's settings that secret files below a folder open in the guarded view, while the folder's policy wants
 * that. Written when policy or folders change, not per file, so that such a file is never a text document first.
 */
export async function adjustEditorAssociations(parts: Parts, records: ReturnType<typeof createSettingsRecords>): Promise<void> {
  await records.free();
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => parts.identify(uri.toString())?.absolute).filter((folder) => folder !== undefined);
  const wanting = new Set(folders.filter((folder) => parts.policies.current({ folder }).policy.completions.neighbours === "guardedView").map(toAssociation));
  const here = new Set(folders.map(toAssociation));
  const configuration = vscode.workspace.getConfiguration("workbench");
  const current = configuration.inspect<Record<string, string>>("editorAssociations")?.globalValue ?? {};
  const ours = records.read().editorAssociations ?? [];
  const missing = [...wanting].filter((key) => !Object.hasOwn(current, key));
  // Other folders' keys are other windows' business.
  const surplus = ours.filter((key) => here.has(key) && !wanting.has(key));
  if (missing.length === 0 && surplus.length === 0) return;
  records.update((record) => ({ ...record, editorAssociations: [...new Set([...(record.editorAssociations ?? []), ...missing])] }));
  const kept = Object.entries(current).filter(([key, view]) => !(surplus.includes(key) && view === guardedViewType));
  const next = Object.fromEntries([...kept, ...missing.map((key) => [key, guardedViewType])]);
  await configuration.update("editorAssociations", Object.keys(next).length === 0 ? undefined : next, vscode.ConfigurationTarget.Global);
  records.update((record) => ({ ...record, editorAssociations: (record.editorAssociations ?? []).filter((key) => !surplus.includes(key)) }));
}
