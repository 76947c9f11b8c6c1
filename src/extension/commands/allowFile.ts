import * as vscode from "vscode";
import { liftableRules } from "../../core/liftableRules.ts";
import { findActiveFile } from "../activeFile.ts";
import { allow, askReason } from "../allowance.ts";
import type { JudgedDocuments } from "../documents.ts";
import type { Parts } from "../parts.ts";

/**
 * A person's permission for the active file: only where the policy permits it, with a reason, for a limited time,
 * confirmed in a modal dialog, which no command argument and no other extension can answer.
 */
export async function allowFile(parts: Parts, documents: JudgedDocuments): Promise<void> {
  const active = findActiveFile();
  const path = active === undefined ? undefined : parts.identify(active.uri.toString());
  const judgement = active === undefined ? undefined : documents.judge(active.uri);
  if (path === undefined || judgement === undefined || judgement.stopped.length === 0) return void vscode.window.showInformationMessage("Gatelodge: nothing is stopped for the active file.");
  const { policy } = parts.policies.current(path);
  const rules = liftableRules(policy, judgement.decision);
  // Nobody could look at it (`otherwise`): that can be allowed for once, not for minutes.
  if (policy.overrides === undefined || rules.length === 0 || rules.includes("otherwise")) return void vscode.window.showWarningMessage("Gatelodge: the policy in force does not permit an override here.");
  const minutes = await pickMinutes(policy.overrides.maxMinutes);
  const reason = minutes === undefined ? undefined : await askReason();
  if (minutes === undefined || reason === undefined) return;
  const yes = "Allow";
  const detail = `Assistants will see this file for ${minutes} minutes. Rules lifted: ${rules.join(", ")}. This is recorded.`;
  if (await vscode.window.showWarningMessage("Let AI assistants see this file?", { modal: true, detail }, yes) !== yes) return;
  if (!allow(parts, policy, [{ rules, path: path.absolute, until: parts.now() + minutes * 60_000 }], minutes, reason)) return;
  documents.lookAgain();
  await vscode.commands.executeCommand("gatelodge.showStatus");
}

async function pickMinutes(max: number): Promise<number | undefined> {
  const choices = [5, 15, 60, 240, 1440].filter((minutes) => minutes <= max);
  const choice = await vscode.window.showQuickPick((choices.length === 0 ? [max] : choices).map((minutes) => ({ label: `${minutes} minutes`, minutes })), { title: "Allow this file for how long?" });
  return choice?.minutes;
}
