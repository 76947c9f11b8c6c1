import type * as vscode from "vscode";
import type { JudgedDocuments } from "../../documents.ts";
import type { CompletionState } from "./completionState.ts";

// An editor that is still coming up can lose document and tab for a moment, measured on a busy machine.
const sameOpeningMilliseconds = 1000;

interface Stood { readonly uri: vscode.Uri; readonly state: CompletionState["state"] }

/** One ledger entry for each opening of a stopped document, and one more when a lever fails: not one for each key. */
export function createStopRecords(documents: Pick<JudgedDocuments, "judge" | "record">, now: () => number) {
  const recorded = new Map<string, string>();
  const last = new Map<string, { readonly what: string; readonly at: number }>();
  const isSameOpening = (key: string, what: string) => {
    const before = last.get(key);
    return before?.what === what && now() - before.at < sameOpeningMilliseconds;
  };
  return {
    /**
     * How the documents stand that are there now, and what is open besides: a document whose language changes is closed
     * for a moment, its tab is not. While a lever is on its way nothing is recorded yet.
     */
    note: (documentsNow: readonly Stood[], open: readonly vscode.Uri[]): void => {
      const keys = new Set(open.map(String));
      for (const key of recorded.keys()) if (!keys.has(key)) recorded.delete(key);
      for (const [key, { at }] of last) if (now() - at >= sameOpeningMilliseconds) last.delete(key);
      for (const { uri, state } of documentsNow) {
        if (state === "allowed" || state === "stopping") continue;
        const judgement = documents.judge(uri);
        const what = `${state} ${judgement?.decision.rule} ${judgement?.label}`;
        const key = uri.toString();
        if (recorded.get(key) === what) continue;
        recorded.set(key, what);
        if (isSameOpening(key, what)) continue;
        last.set(key, { what, at: now() });
        documents.record(uri, state === "stopped");
      }
    },
  };
}
