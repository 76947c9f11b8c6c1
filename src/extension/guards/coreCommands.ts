import * as vscode from "vscode";

/** Stands before commands of the editor itself, and can still run the editor's own. */
export interface CoreCommands extends vscode.Disposable {
  /** Puts our handlers before the editor's, or takes them away again. */
  readonly override: (wanted: boolean) => void;
  readonly runOriginal: (id: string, args?: readonly unknown[]) => Promise<unknown>;
}

/**
 * An extension may register an id of the editor's own and wins until it disposes it (VS Code 1.139, measured for menu and
 * palette; undocumented). Where that fails the editor's command runs as ever and `failed` hears of it: never the only control.
 */
export function createCoreCommands(ids: readonly string[], handle: (id: string, args: readonly unknown[]) => unknown, failed: (id: string) => void): CoreCommands {
  const state = { wanted: false };
  const registered = new Map<string, vscode.Disposable>();
  const remove = (id: string) => {
    registered.get(id)?.dispose();
    registered.delete(id);
  };
  const settle = (id: string) => {
    if (!state.wanted || !ids.includes(id)) return remove(id);
    if (registered.has(id)) return;
    try {
      registered.set(id, vscode.commands.registerCommand(id, (...args: unknown[]) => handle(id, args)));
    } catch {
      failed(id);
    }
  };
  return {
    override: (wanted) => {
      state.wanted = wanted;
      for (const id of ids) settle(id);
    },
    runOriginal: async (id, args = []) => {
      remove(id);
      try {
        return await vscode.commands.executeCommand(id, ...args);
      } finally {
        settle(id);
      }
    },
    dispose: () => {
      state.wanted = false;
      for (const id of ids) remove(id);
    },
  };
}
