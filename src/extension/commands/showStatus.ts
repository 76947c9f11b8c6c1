import * as vscode from "vscode";
import { findActiveFile } from "../activeFile.ts";
import type { JudgedDocuments } from "../documents.ts";
import type { CompletionsGuard } from "../guards/completions/completionsGuard.ts";
import { problemChoice } from "../views/problemWords.ts";

interface Found {
  readonly mayAsk: boolean;
  /** Of policy files, in words. */
  readonly problems: readonly string[];
}

interface Choice extends vscode.QuickPickItem {
  readonly command: string;
}

/** A click on the status item: the short explanation on top, the things one can do below. */
export async function showStatus(documents: JudgedDocuments, completions: CompletionsGuard, { mayAsk, problems }: Found): Promise<void> {
  const { uri, document } = findActiveFile() ?? {};
  const judgement = uri === undefined ? undefined : documents.judge(uri);
  const why = judgement?.decision.reasons[0]?.text;
  // Nobody can complete in what is no document, such as the guarded view.
  const state = document === undefined ? "stopped" : completions.stateOf(document).state;
  // What does not hold comes before what can be looked at any time.
  const aboutPolicies = { ...problemChoice(problems), command: "gatelodge.showProblems" };
  const choices: readonly Choice[] = [
    { label: "$(question) Why?", detail: why ?? "Show labels, rules and findings for the active file.", command: "gatelodge.explainFile" },
    ...(judgement !== undefined && judgement.stopped.length > 0 ? [{ label: "$(unlock) Allow this file for a while…", detail: "With a reason, recorded, only where the policy permits it.", command: "gatelodge.allowFile" }] : []),
    ...(mayAsk ? [{ label: "$(mail) Ask for an exception…", detail: "Your organisation decides; you are told the answer here.", command: "gatelodge.askForException" }] : []),
    ...(problems.length > 0 ? [aboutPolicies] : []),
    { label: "$(book) What was recorded", detail: "The local ledger, and exactly what would be reported.", command: "gatelodge.showLedger" },
    { label: "$(cloud-upload) What was reported", detail: "Where to, and the bytes.", command: "gatelodge.showReported" },
    { label: "$(shield) What is guarded here", detail: "Door by door, with what is switched off or has no lever.", command: "gatelodge.showCoverage" },
    { label: "$(hubot) AI on this machine", detail: "Model servers and models, and where they stand with the policy.", command: "gatelodge.showMachineAi" },
    ...(problems.length === 0 ? [aboutPolicies] : []),
    { label: "$(edit) Create a policy for this repository", command: "gatelodge.createPolicy" },
    { label: "$(discard) Restore the settings Gatelodge changed", command: "gatelodge.restoreSettings" },
  ];
  const title = judgement === undefined ? "Gatelodge" : `Gatelodge: ${judgement.label}, completions ${state}`;
  const choice = await vscode.window.showQuickPick(choices, { title, placeHolder: "What would you like to see?" });
  if (choice !== undefined) await vscode.commands.executeCommand(choice.command);
}
