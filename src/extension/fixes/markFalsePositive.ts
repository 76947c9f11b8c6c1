import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import { mayMarkFalsePositive } from "../../core/falsePositive.ts";
import type { FalsePositives } from "../../node/falsePositives.ts";
import type { LanguageServer } from "../languageClient.ts";
import type { Parts } from "../parts.ts";
import { findTarget, noTarget } from "./findTarget.ts";

/**
 * Declares a finding false: only where the policy lets people override what it sets off, with a reason, confirmed in a modal
 * dialog that no other program can answer. Kept as a keyed hash of the value; the reason stays in the local ledger.
 */
export async function markFalsePositive(parts: Parts, server: LanguageServer, falsePositives: FalsePositives, argument: unknown): Promise<void> {
  const target = findTarget(server, argument);
  if (target === undefined) return void vscode.window.showWarningMessage(noTarget);
  const { document, finding } = target;
  const text = document.getText();
  const { policy } = parts.policies.current(parts.identify(document.uri.toString()));
  if (!mayMarkFalsePositive(policy, finding)) return void vscode.window.showWarningMessage("Gatelodge: the organisation's policy does not permit marking this as a false positive.");
  const reason = await vscode.window.showInputBox({ title: "Why is this a false positive?", prompt: "Kept in the local ledger.", ignoreFocusOut: true, validateInput: (value) => (value.trim().length < 5 ? "A few words, please." : undefined) });
  if (reason === undefined) return;
  const mark = "Mark as False Positive";
  const detail = `Gatelodge (${finding.detector}) will let this value pass in every file on this machine. This is recorded.`;
  if (await vscode.window.showWarningMessage("This is no secret?", { modal: true, detail }, mark) !== mark) return;
  try {
    falsePositives.add(text, finding);
  } catch {
    return void vscode.window.showErrorMessage("Gatelodge: the mark could not be saved, so it does not hold (disk full or read-only).");
  }
  parts.ledger.record({
    event: { name: "gatelodge.false_positive", time: new Date(parts.now()).toISOString(), attributes: { "gatelodge.event.id": randomUUID(), "gatelodge.detector.ids": [finding.detector] } },
    local: { reason, rule: finding.detector },
  });
  server.lookAgain();
}
