import * as vscode from "vscode";
import { baselineName, type BaselineEntry } from "../../node/baseline/baseline.ts";
import { saveBaseline, toReviewed } from "../../node/baseline/makeBaseline.ts";
import { readBaseline } from "../../node/baseline/readBaseline.ts";
import { findBaselinePlace } from "./baselinePlace.ts";

/** Lists what the baseline holds: what stays ticked is accepted, with a reason where there was none; the rest is dropped and shown again. */
export async function reviewBaseline(): Promise<void> {
  const place = await findBaselinePlace();
  if (place === undefined) return;
  const baseline = readBaseline(place.file);
  if (baseline?.tool !== "gatelodge") return void vscode.window.showInformationMessage(`Gatelodge: there is no ${baselineName} that can be read; "Make a Baseline" makes one.`);
  const picked = await vscode.window.showQuickPick(baseline.entries.map(toItem), { title: `What of ${baselineName} is still accepted?`, placeHolder: "What you untick is shown again", canPickMany: true, matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true });
  if (picked === undefined) return;
  const accepted = picked.map(({ entry }) => entry);
  const bare = accepted.filter(({ reason }) => reason === undefined).length;
  const reason = bare === 0 ? "" : await vscode.window.showInputBox({ title: `Why are the ${bare} entries without a reason accepted?`, prompt: "Kept in the file. Empty: without a reason.", ignoreFocusOut: true, validateInput: (value) => (value.length > 300 ? "300 characters at most." : undefined) });
  if (reason === undefined) return;
  try {
    saveBaseline(place.file, { salt: baseline.salt, entries: toReviewed(accepted, reason.trim()) });
  } catch {
    return void vscode.window.showErrorMessage("Gatelodge: the baseline could not be written (disk full or read-only).");
  }
  void vscode.window.showInformationMessage(`Gatelodge: ${accepted.length} entries accepted, ${baseline.entries.length - accepted.length} dropped.`);
}

function toItem(entry: BaselineEntry) {
  const { path, detector, count, by, date, reason } = entry;
  const description = `${detector}${count === 1 ? "" : `, ${count} times`}, ${by === "value" ? "this value" : "any value at this place"}`;
  return { label: path, description, detail: `Since ${date}. ${reason ?? "No reason given."}`, picked: true, entry };
}
