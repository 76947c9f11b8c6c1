import * as vscode from "vscode";
import { askReasons, type AskReason } from "../../core/exceptionAsk.ts";
import { askReasonWords } from "../../core/askWords.ts";
import { askableRules } from "../../core/liftableRules.ts";
import type { ExceptionAsks, NewAsk } from "../../node/exceptions/exceptionAsks.ts";
import { findActiveFile } from "../activeFile.ts";
import { askReason } from "../allowance.ts";
import type { JudgedDocuments } from "../documents.ts";
import type { Parts } from "../parts.ts";

const day = 86_400_000;

/** What may be asked for about the active file; `undefined`: nothing is stopped, or the policy lets nobody ask. */
export function askableHere(parts: Parts, documents: JudgedDocuments): { readonly rules: readonly string[]; readonly path: string; readonly maxDays: number } | undefined {
  const { uri } = findActiveFile() ?? {};
  const path = uri === undefined ? undefined : parts.identify(uri.toString());
  const judgement = uri === undefined ? undefined : documents.judge(uri);
  if (path === undefined || judgement === undefined) return undefined;
  const { policy } = parts.policies.current(path);
  const rules = policy.asking === undefined ? [] : askableRules(policy, judgement.decision);
  return policy.asking === undefined || rules.length === 0 ? undefined : { rules, path: path.absolute, maxDays: policy.asking.maxDays };
}

/** Asks the organisation to lift what stops the active file: after a modal dialog, which says what is told and what stays here. */
export async function askForException(parts: Parts, documents: JudgedDocuments, asks: ExceptionAsks): Promise<void> {
  const here = askableHere(parts, documents);
  if (here === undefined) return void vscode.window.showInformationMessage("Gatelodge: nothing is stopped for the active file that an exception may be asked for.");
  const reason = await pickReason();
  const days = reason === undefined ? undefined : await pickDays(here.maxDays);
  const why = days === undefined ? undefined : await askReason("Stays on this machine, with what you ask for.");
  if (reason === undefined || days === undefined || why === undefined) return;
  const yes = "Ask";
  const detail = `Told are the rules (${here.rules.join(", ")}), the reason you chose, ${days} days, and a hash of the path under a key that stays here. Your own words and the path stay on this machine.`;
  if (await vscode.window.showWarningMessage("Ask your organisation for an exception for this file?", { modal: true, detail }, yes) !== yes) return;
  await send(asks, { ...here, reason, why, until: parts.now() + days * day }, parts);
}

async function send(asks: ExceptionAsks, ask: NewAsk, { output }: Parts): Promise<void> {
  try {
    const { id, state } = await asks.ask(ask);
    if (state === "refused") return; // told like every other answer
    void vscode.window.showInformationMessage(`Gatelodge: exception ${id.slice(0, 8)} is asked for${state === "waiting" ? " as soon as the collector can be reached" : ""}. You are told the answer here.`);
  } catch (error) {
    output.error(`an exception could not be asked for (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
    void vscode.window.showErrorMessage("Gatelodge: what you asked for could not be kept (disk full or read-only), so it was not sent.");
  }
}

async function pickReason(): Promise<AskReason | undefined> {
  const choice = await vscode.window.showQuickPick(askReasons.map((reason) => ({ label: askReasonWords[reason], reason })), { title: "Why is an exception right here?" });
  return choice?.reason;
}

async function pickDays(most: number): Promise<number | undefined> {
  const choices = [...new Set([1, 7, 30, 90, most].filter((days) => days <= most))];
  const choice = await vscode.window.showQuickPick(choices.map((days) => ({ label: days === 1 ? "1 day" : `${days} days`, days })), { title: "For how long?" });
  return choice?.days;
}
