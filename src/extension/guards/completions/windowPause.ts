import type * as vscode from "vscode";
import { createCoreCommands } from "../coreCommands.ts";

const asking = ["editor.action.inlineSuggest.trigger", "editor.action.inlineSuggest.showNext", "editor.action.inlineSuggest.showPrevious"];
const snooze = "editor.action.inlineSuggest.snooze";
const cancel = "editor.action.inlineSuggest.cancelSnooze";
const minutes = 1;
const renewMilliseconds = 30_000;

export interface WindowPause {
  /** Whether nobody at all may be asked anywhere in this window. */
  readonly want: (paused: boolean) => void;
  readonly dispose: () => void;
}

interface Pausing {
  /** Where commands are registered and run: `vscode.commands`. */
  readonly commands: Pick<typeof vscode.commands, "registerCommand" | "executeCommand">;
  /** Called once, where this editor cannot be paused. */
  readonly failed: () => void;
}

/**
 * Third lever, for while nobody at all may be asked: the editor's own pause of suggestions that come by themselves, and
 * standing before the commands that ask by hand. Both take milliseconds where the setting takes 0.1 s and more; no
 * repository's setting defeats them; and they hold in the commit message and in prompts, whose editors read no settings.
 * Undocumented (VS Code 1.139), so never the only lever. A person's own pause ends with ours: nobody can ask how long it was.
 */
export function createWindowPause({ commands, failed }: Pausing): WindowPause {
  const state = { paused: false, told: false };
  const tell = () => {
    if (!state.told) failed();
    state.told = true;
  };
  const run = (id: string, ...args: readonly unknown[]) => void commands.executeCommand(id, ...args).then(undefined, tell);
  const door = createCoreCommands({ commands, ids: asking, handle: () => undefined, failed: tell });
  const renewal = setInterval(() => {
    if (state.paused) run(snooze, minutes);
  }, renewMilliseconds);
  const want = (paused: boolean) => {
    if (paused === state.paused) return;
    state.paused = paused;
    if (paused) run(snooze, minutes);
    else run(cancel);
    door.override(paused);
  };
  return { want, dispose: () => {
    clearInterval(renewal);
    want(false);
    door.dispose();
  } };
}
