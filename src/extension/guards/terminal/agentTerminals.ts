import * as vscode from "vscode";
import { findByCommandLine } from "../../../assistants/findByCommandLine.ts";

/**
 * Notices an agent that is started in a terminal and says whether it is guarded. Seeing is all an extension can do there:
 * the event comes as the command starts, and only with shell integration. No hook is installed in this version, so none is guarded.
 */
export function createAgentTerminals(output: vscode.LogOutputChannel): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("agents", vscode.StatusBarAlignment.Right, 99);
  item.name = "Gatelodge: agents in terminals";
  item.command = "gatelodge.showCoverage";
  item.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
  const running = new Map<vscode.Terminal, { readonly name: string; readonly execution: vscode.TerminalShellExecution }>();
  const paint = () => {
    const names = [...new Set([...running.values()].map(({ name }) => name))].join(", ");
    if (names === "") return item.hide();
    item.text = `$(terminal) ${names}: not guarded`;
    item.tooltip = `${names} runs in a terminal. It reads files and runs commands by itself; Gatelodge does not see that.`;
    item.accessibilityInformation = { label: `Gatelodge: ${names} runs in a terminal and is not guarded` };
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
      running.set(terminal, { name: assistant.name, execution });
      output.info(`terminal: ${assistant.id} was started; it is not guarded`);
      paint();
    }),
    vscode.window.onDidEndTerminalShellExecution(({ terminal, execution }) => {
      if (running.get(terminal)?.execution === execution) end(terminal);
    }),
    vscode.window.onDidCloseTerminal(end),
  );
}
