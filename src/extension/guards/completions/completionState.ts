import type * as vscode from "vscode";
import type { JudgedDocuments } from "../../documents.ts";
import { findKillSwitch, findKillSwitchElsewhere } from "./killSwitch.ts";
import type { SuppressSetting } from "./suppressSetting.ts";

/** How completions stand for a document: what the status bar says. */
export interface CompletionState {
  readonly state: "allowed" | "stopped" | "stopping" | "failed";
  readonly reason?: string;
}

/** What VS Code's settings, as they are for this document now, make of what the policy wants. */
export function stateOf(documents: JudgedDocuments, suppress: SuppressSetting, document: vscode.TextDocument): CompletionState {
  const judgement = documents.judge(document.uri);
  if (judgement === undefined || judgement.stopped.length === 0) return { state: "allowed" };
  const groups = judgement.stopped.flatMap(({ completionGroups }) => completionGroups);
  if (suppress.isInForce(document, groups)) {
    // This document is safe; what is completed in others while it is open is not.
    const elsewhere = findKillSwitchElsewhere(document.uri, groups);
    return elsewhere === undefined ? { state: "stopped" } : { state: "failed", reason: elsewhere };
  }
  const reason = findKillSwitch(document) ?? suppress.failure();
  return reason === undefined ? { state: "stopping" } : { state: "failed", reason };
}
