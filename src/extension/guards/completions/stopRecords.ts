import type * as vscode from "vscode";
import type { JudgedDocuments } from "../../documents.ts";
import type { CompletionState } from "./completionState.ts";

// An editor that is still coming up can lose document and tab for a moment, measured on a busy machine.
const sameOpeningMilliseconds = 1000;

interface Stood { readonly uri: vscode.Uri; readonly state: CompletionState["state"] }

/**
 * One ledger entry for each opening of a stopped file, and one more when a lever fails: not one for each key. `fileOf`
 * says which file a document shows, since an opening brings several: git's copy comes with the first changed line.
 */
export function createStopRecords(documents: Pick<JudgedDocuments, "judge" | "record">, fileOf: (uri: vscode.Uri) => string, now: () => number) {
  const recorded = new Map<string, string>();
  const last = new Map<string, { readonly what: string; readonly at: number }>();
  const isSameOpening = (file: string, what: string) => {
    const before = last.get(file);
    return before?.what === what && now() - before.at < sameOpeningMilliseconds;
  };
  return {
    /**
     * How the documents stand that are there now, and what is open besides: a document whose language changes is closed
     * for a moment, its tab is not. While a lever is on its way nothing is recorded yet.
     */
    note: (documentsNow: readonly Stood[], open: readonly vscode.Uri[]): void => {
      const files = new Set(open.map(fileOf));
      for (const file of recorded.keys()) if (!files.has(file)) recorded.delete(file);
      for (const [file, { at }] of last) if (now() - at >= sameOpeningMilliseconds) last.delete(file);
      for (const [file, { uri, state }] of worstOfEach(documentsNow, fileOf)) {
        const judgement = documents.judge(uri);
        const what = `${state} ${judgement?.decision.rule} ${judgement?.label}`;
        if (recorded.get(file) === what) continue;
        recorded.set(file, what);
        if (isSameOpening(file, what)) continue;
        last.set(file, { what, at: now() });
        documents.record(uri, state === "stopped");
      }
    },
  };
}

/** Of the documents of one file the one that its lever does not hold, else the first that is stopped. */
function worstOfEach(documents: readonly Stood[], fileOf: (uri: vscode.Uri) => string): ReadonlyMap<string, Stood> {
  const worst = new Map<string, Stood>();
  for (const stood of documents) {
    if (stood.state === "allowed" || stood.state === "stopping") continue;
    const file = fileOf(stood.uri);
    if (!worst.has(file) || (stood.state === "failed" && worst.get(file)?.state !== "failed")) worst.set(file, stood);
  }
  return worst;
}
