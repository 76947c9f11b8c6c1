import * as vscode from "vscode";
import { knownAssistants } from "../../assistants/known.ts";
import type { TamperKind } from "../../core/events/tamperEvent.ts";
import type { HooksOff } from "../../core/policy/policyDocument.ts";
import type { AgentSetup } from "../../node/agents/agentSetup.ts";
import { findHookSwitches, type FoundSwitch } from "../../node/agents/hookSwitches.ts";
import { whenSettled } from "../afterStart.ts";

/** Tells the organisation, where there is one to tell. */
export type ReportTamper = (kind: TamperKind, assistant: string) => void;

const switchFiles = [...new Set(knownAssistants.flatMap(({ installation }) => (installation?.switches ?? []).filter((each) => each.in.includes("repository")).map(({ file }) => file)))];

/** Their folders too: of a folder that has just been made, the editor may tell nothing but that. */
const watched = [...new Set(switchFiles.flatMap((file) => file.split("/").map((_, index, parts) => parts.slice(0, index + 1).join("/"))))];
const pause = 1000;

/**
 * Says when a folder switches agents' hooks off, or ours were changed: at once when a folder is opened, and when such a file
 * appears; once for each, and in the status bar as long as it is so. Where nothing of ours is installed nothing is said.
 */
export function watchAgents(setup: AgentSetup, hooksOff: () => HooksOff, output: vscode.LogOutputChannel, report: ReportTamper): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("gatelodge.agents", vscode.StatusBarAlignment.Right, 99);
  item.name = "Gatelodge: coding agents";
  item.command = "gatelodge.setUpAgents";
  const told = new Set<string>();
  const look = () => {
    const all = setup.files.map((file) => setup.status(file));
    const ours = all.filter(({ state }) => state === "installed" || state === "drifted");
    const assistants = knownAssistants.filter(({ id }) => ours.some(({ assistant }) => assistant === id));
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
    const switches = [...ours.flatMap(({ switchedOff }) => switchedOff), ...folders.flatMap(({ uri }) => findHookSwitches(assistants, uri.fsPath, "repository"))];
    const drifted = ours.filter(({ state }) => state === "drifted");
    const denied = settle(setup, switches, hooksOff() === "deny", output);
    const names = (ids: readonly string[]) => knownAssistants.filter(({ id }) => ids.includes(id)).map(({ name }) => name).join(", ");
    const off = names(switches.map(({ assistant }) => assistant));
    const changed = names(drifted.map(({ assistant }) => assistant));
    item.text = off !== "" ? "$(warning) Agent hooks off" : "$(warning) Agent hooks changed";
    item.tooltip = [off === "" ? "" : `Hooks are switched off for: ${off}`, changed === "" ? "" : `Hooks were changed or removed for: ${changed}`].filter((line) => line !== "").join("\n");
    if (off === "" && changed === "") item.hide();
    else item.show();
    for (const { assistant, file, what } of switches) {
      const key = `${assistant} ${file} ${what}`;
      if (told.has(key)) continue;
      told.add(key);
      output.warn(`hooks of ${assistant} are switched off by a file of ${file.includes(".vscode") ? "the editor" : "an assistant"}`);
      report("hooksSwitchedOff", assistant);
      void tell(names([assistant]), file, what, hooksOff() === "warn" ? "" : denied.includes(assistant) ? `Until that is gone ${names([assistant])} may use no tool, as the policy says.` : `The policy wants it denied meanwhile, but its client has no setting for that, or it could not be written.`);
    }
    for (const { assistant, state } of all) {
      if (state !== "drifted") told.delete(`${assistant} changed`);
      else if (!told.has(`${assistant} changed`)) {
        told.add(`${assistant} changed`);
        report("hooksChanged", assistant);
      }
    }
  };
  const watchers: vscode.Disposable[] = [];
  const start = whenSettled(() => {
    try {
      setup.refresh();
    } catch {
      output.warn("the hook program could not be brought up to date");
    }
    look();
    watchers.push(...watched.flatMap((file) => watch(file, lookTwice)));
  });
  const timer: { last?: NodeJS.Timeout } = {};
  // And once more, for what comes into a new folder.
  const lookTwice = () => {
    look();
    clearTimeout(timer.last);
    timer.last = setTimeout(look, pause);
  };
  return vscode.Disposable.from(item, new vscode.Disposable(() => {
    clearTimeout(timer.last);
    for (const watcher of watchers) watcher.dispose();
  }), start, vscode.workspace.onDidChangeWorkspaceFolders(look), vscode.window.onDidChangeWindowState(({ focused }) => {
    if (focused) look();
  }));
}

function watch(file: string, changed: () => void): readonly vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${file}`);
  return [watcher, watcher.onDidCreate(changed), watcher.onDidChange(changed), watcher.onDidDelete(changed)];
}

/** A denial that cannot be written must not keep the switch from being told. */
function settle({ denials }: AgentSetup, switches: readonly FoundSwitch[], wanted: boolean, output: vscode.LogOutputChannel): readonly string[] {
  try {
    return denials.settle(switches, wanted);
  } catch {
    output.warn("agents could not be denied while their hooks are switched off");
    return [];
  }
}

async function tell(assistant: string, file: string, what: string, meanwhile: string): Promise<void> {
  const answer = await vscode.window.showWarningMessage(`Gatelodge: ${vscode.workspace.asRelativePath(file)} switches off the hooks of ${assistant} (${what}). ${meanwhile === "" ? "What it reads and runs here is not guarded." : meanwhile}`, "Open File");
  if (answer !== undefined) await vscode.window.showTextDocument(vscode.Uri.file(file));
}
