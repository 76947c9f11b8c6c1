import type * as vscode from "vscode";

/** Stands before commands of the editor itself, and can still run the editor's own. */
export interface CoreCommands {
  /** Puts our handlers before the editor's, or takes them away again. */
  readonly override: (wanted: boolean) => void;
  readonly runOriginal: (id: string, args?: readonly unknown[]) => Promise<unknown>;
  readonly dispose: () => void;
}

interface Override {
  /** Where commands are registered and run: `vscode.commands`. */
  readonly commands: Pick<typeof vscode.commands, "registerCommand" | "executeCommand">;
  readonly ids: readonly string[];
  readonly handle: (id: string, args: readonly unknown[]) => unknown;
  readonly failed: (id: string) => void;
}

/**
 * An extension may register an id of the editor's own and wins until it disposes it (VS Code 1.139, measured for menu and
 * palette; undocumented). Where that fails the editor's command runs as ever and `failed` hears of it: never the only control.
 */
export function createCoreCommands({ commands, ids, handle, failed }: Override): CoreCommands {
  const state = { wanted: false };
  const registered = new Map<string, { readonly dispose: () => unknown }>();
  const remove = (id: string) => {
    registered.get(id)?.dispose();
    registered.delete(id);
  };
  const settle = (id: string) => {
    if (!state.wanted || !ids.includes(id)) return remove(id);
    if (registered.has(id)) return;
    try {
      registered.set(id, commands.registerCommand(id, (...args: unknown[]) => handle(id, args)));
    } catch {
      failed(id);
    }
  };
  return {
    override: (wanted) => {
      state.wanted = wanted;
      for (const id of ids) settle(id);
    },
    // The editor takes an extension's messages in their order, so we stand there again before anybody's next call: a
    // command can run for as long as an answer takes. For its first call of an id the editor may wake extensions before
    // it looks for the handler; it then finds ours and asks a second time, of what is judged as the first time.
    runOriginal: (id, args = []) => {
      remove(id);
      const running = commands.executeCommand(id, ...args);
      settle(id);
      return Promise.resolve(running);
    },
    dispose: () => {
      state.wanted = false;
      for (const id of ids) remove(id);
    },
  };
}
