import type * as vscode from "vscode";

/** Runs something that the editor's token stops. */
export async function abortOn<T>(token: vscode.CancellationToken, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const listening = token.onCancellationRequested(() => abort.abort());
  try {
    return await run(abort.signal);
  } finally {
    listening.dispose();
  }
}
