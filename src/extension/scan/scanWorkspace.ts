import { availableParallelism } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { cachingScan } from "../../node/scan/cachingScan.ts";
import { baselinesAt, realPlaces, scanPolicies } from "../../node/scan/scanPlaces.ts";
import { createSummary, type ScanSummary } from "../../node/scan/scanSummary.ts";
import type { Parts } from "../parts.ts";
import { toResultMessage, toResultTree } from "./resultTree.ts";
import { createResultView } from "./resultView.ts";

export interface WorkspaceScan extends vscode.Disposable {
  /** Looks through every folder of the window that is on this disk; a second call while one runs does nothing. */
  readonly run: () => Promise<void>;
}

const deadline = 10_000;
const maxBytes = 20_000_000;
const reportMilliseconds = 200;
// One core stays with whoever types.
const threads = Math.max(1, Math.min(4, availableParallelism() - 1));

/** The scan of the command line, in threads of its own, with its result as a view. Nothing exists before the first run. */
export function createWorkspaceScan({ policies, locations, output, now }: Pick<Parts, "policies" | "locations" | "output" | "now">, dist: string): WorkspaceScan {
  const view = createResultView();
  const state: { running?: AbortController } = {};
  const scan = async (folders: readonly string[], { signal }: AbortController, progress: (summary: ScanSummary) => void) => {
    const places = realPlaces(folders);
    const options = { policies: scanPolicies(policies, places), state: locations.state, silence: { baselines: baselinesAt(places), now: now() }, secretlint: false, maxBytes };
    const { current, add } = createSummary(({ tier }) => tier !== "possible");
    const files = cachingScan({ workerFile: join(dist, "scanWorker.cjs"), threads, deadline, options, places, cacheFolder: locations.cache, ignored: false, signal, now: now() });
    const timer = setInterval(() => progress(current), reportMilliseconds);
    try {
      for await (const file of files) add(file);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      clearInterval(timer);
    }
    await view.show(toResultTree(current, (path) => vscode.workspace.asRelativePath(path)), toResultMessage(current, signal.aborted));
  };
  const run = async () => {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file").map(({ uri }) => uri.fsPath);
    if (state.running !== undefined) return;
    if (folders.length === 0) return void vscode.window.showInformationMessage("Gatelodge scans folders on this disk, and none is open.");
    const running = new AbortController();
    state.running = running;
    try {
      await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: "Scanning the workspace", cancellable: true }, (progress, token) => {
        token.onCancellationRequested(() => running.abort());
        return scan(folders, running, ({ scanned, findings }) => progress.report({ message: `${scanned} files, ${findings.length} findings` }));
      });
    } catch (error) {
      output.error(`the workspace could not be scanned (${(error as NodeJS.ErrnoException).code ?? (error as Error).name})`);
      void vscode.window.showErrorMessage("Gatelodge could not scan the workspace. It is not known to be clean.");
    } finally {
      delete state.running;
    }
  };
  return {
    run,
    dispose: () => {
      state.running?.abort();
      view.dispose();
    },
  };
}
