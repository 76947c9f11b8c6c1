import * as vscode from "vscode";
import { findByCommandLine } from "../../../assistants/findByCommandLine.ts";
import type { AgentSetup } from "../../../node/agents/agentSetup.ts";

interface Started { readonly name: string; readonly execution: vscode.TerminalShellExecution; readonly guarded: boolean }

const namesOf = (started: readonly Started[]) => [...new Set(started.map(({ name }) => name))].join(", ");

/**
 * Notices an agent that is started in a terminal and says whether our hooks are in its configuration, and nothing switches
 * them off. Seeing is all an extension can do there: the event comes as the command starts, and only with shell integration.
 */
export function createAgentTerminals({ files, status }: Pick<AgentSetup, "files" | "status">, output: vscode.LogOutputChannel): vscode.Disposable {
  const isGuarded = (id: string, folder: string | undefined) => {
    const ours = files.filter(({ assistant }) => assistant.id === id).map((file) => status(file, folder));
    return ours.some(({ state }) => state === "installed") && ours.every(({ state, switchedOff, waitsFor }) => state !== "drifted" && switchedOff.length === 0 && waitsFor === undefined);
  };
  const item = vscode.window.createStatusBarItem("agents", vscode.StatusBarAlignment.Right, 99);
  item.name = "Gatelodge: agents in terminals";
  item.command = "gatelodge.showCoverage";
  const running = new Map<vscode.Terminal, Started>();
  const paint = () => {
    const started = [...running.values()];
    const [open, guarded] = [namesOf(started.filter((each) => !each.guarded)), namesOf(started.filter((each) => each.guarded))];
    const names = open === "" ? guarded : open;
    if (names === "") return item.hide();
    item.backgroundColor = open === "" ? undefined : new vscode.ThemeColor("statusBarItem.warningBackground");
    item.text = `$(terminal) ${names}: ${open === "" ? "hooks installed" : "not guarded"}`;
    item.tooltip = open === "" ? `${names} runs in a terminal, with Gatelodge's hooks in its configuration.` : `${names} runs in a terminal. It reads files and runs commands by itself; Gatelodge does not see that. "Set Up Coding Agents…" installs its hooks where it has some.`;
    item.accessibilityInformation = { label: `Gatelodge: ${names} runs in a terminal and ${open === "" ? "has hooks of Gatelodge installed" : "is not guarded"}` };
    item.show();
  };
  const end = (terminal: vscode.Terminal) => {
    if (running.delete(terminal)) paint();
  };
  return vscode.Disposable.from(
    item,
    vscode.window.onDidStartTerminalShellExecution(({ terminal, execution }) => {
      const assistant = findByCommandLine(execution.commandLine.value);
      if (assistant === undefined) return;
      const guarded = isGuarded(assistant.id, execution.cwd?.fsPath);
      running.set(terminal, { name: assistant.name, execution, guarded });
      output.info(`terminal: ${assistant.id} was started; ${guarded ? "its hooks are installed" : "it is not guarded"}`);
      paint();
    }),
    vscode.window.onDidEndTerminalShellExecution(({ terminal, execution }) => {
      if (running.get(terminal)?.execution === execution) end(terminal);
    }),
    vscode.window.onDidCloseTerminal(end),
  );
}
