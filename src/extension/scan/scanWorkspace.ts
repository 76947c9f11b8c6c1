import * as vscode from "vscode";
import { baselinesAt, realPlaces } from "../../node/scan/scanPlaces.ts";
import type { ScanSummary } from "../../node/scan/scanSummary.ts";
import type { Parts } from "../parts.ts";
import { collectFindings } from "./collectFindings.ts";
import { toResultMessage, toResultTree } from "./resultTree.ts";
import { createResultView } from "./resultView.ts";

export interface WorkspaceScan extends vscode.Disposable {
  /** Looks through every folder of the window that is on this disk; a second call while one runs does nothing. */
  readonly run: () => Promise<void>;
}

/** The scan of the command line, in threads of its own, with its result as a view. Nothing exists before the first run. */
export function createWorkspaceScan(parts: Pick<Parts, "policies" | "locations" | "output" | "now">, dist: string): WorkspaceScan {
  const view = createResultView();
  const state: { running?: AbortController } = {};
  const scan = async (folders: readonly string[], { signal }: AbortController, progress: (summary: ScanSummary) => void) => {
    const places = realPlaces(folders);
    const current = await collectFindings(parts, dist, { places, baselines: baselinesAt(places), signal, progress });
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
      parts.output.error(`the workspace could not be scanned (${(error as NodeJS.ErrnoException).code ?? (error as Error).name})`);
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
