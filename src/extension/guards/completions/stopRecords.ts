import type * as vscode from "vscode";
import type { JudgedDocuments } from "../../documents.ts";
import type { CompletionState } from "./completionState.ts";

interface Stood { readonly uri: vscode.Uri; readonly state: CompletionState["state"] }

/** One ledger entry for each opening of a stopped document, and one more when a lever fails: not one for each key. */
export function createStopRecords(documents: JudgedDocuments) {
  const recorded = new Map<string, string>();
  return {
    /**
     * How the documents stand that are there now, and what is open besides: a document whose language changes is closed
     * for a moment, its tab is not. While a lever is on its way nothing is recorded yet.
     */
    note: (documentsNow: readonly Stood[], open: readonly vscode.Uri[]): void => {
      const keys = new Set(open.map(String));
      for (const key of recorded.keys()) if (!keys.has(key)) recorded.delete(key);
      for (const { uri, state } of documentsNow) {
        if (state === "allowed" || state === "stopping") continue;
        const judgement = documents.judge(uri);
        const what = `${state} ${judgement?.decision.rule} ${judgement?.label}`;
        if (recorded.get(uri.toString()) === what) continue;
        recorded.set(uri.toString(), what);
        documents.record(uri, state === "stopped");
      }
    },
  };
}
