import type * as vscode from "vscode";
import { completionEffects, type FindingsSource, type JudgedDocuments } from "./documents.ts";
import type { Parts } from "./parts.ts";

// Whoever may complete in the document; which of them the policy names makes no difference to what nobody looked at.
const anybody = { assistant: "unknown", kind: "unknown" } as const;

/** Counts and writes down each document that nobody could look through, once for each time. What is stopped is recorded by its guard. */
export function recordUndecided(parts: Parts, source: FindingsSource, documents: JudgedDocuments): vscode.Disposable {
  const recorded = new Set<string>();
  return source.onDidChange((uri) => {
    const key = uri.toString();
    const undecided = source.undecided(uri);
    if (undecided === undefined) return void recorded.delete(key);
    const judgement = documents.judge(uri);
    if (recorded.has(key) || judgement === undefined || judgement.stopped.length > 0) return undefined;
    recorded.add(key);
    const path = parts.identify(key);
    parts.gate.decide({ channel: "completion", destination: anybody, able: completionEffects, findings: [], undecided, ...(path === undefined ? {} : { path }) });
    return undefined;
  });
}
