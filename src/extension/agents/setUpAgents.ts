import * as vscode from "vscode";
import type { AgentFile, AgentSetup, AgentStatus } from "../../node/agents/agentSetup.ts";
import type { Pages } from "../views/pages.ts";
import { toAgentsPage } from "./agentsPage.ts";

const isOneOf = (states: readonly AgentStatus["state"][], { state }: AgentStatus) => states.includes(state);

/** One screen with what would be written where, one question, and the screen again with what became of it. */
export async function setUpAgents(setup: AgentSetup, pages: Pages): Promise<void> {
  const found = new Set(setup.found());
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const statusOf = (file: AgentFile) => setup.status(file, folder);
  const files = setup.files.filter((file) => found.has(file.assistant.id) || statusOf(file).state !== "not installed");
  const show = () => pages.show("agents", toAgentsPage(setup, files, statusOf));
  await show();
  const open = files.filter((file) => isOneOf(["not installed", "drifted"], statusOf(file)));
  const ours = files.filter((file) => isOneOf(["installed", "drifted"], statusOf(file)));
  if (files.length === 0) return;
  const [write, remove] = [open.length === 0 ? [] : ["Write"], ours.length === 0 ? [] : ["Remove"]];
  const question = open.length === 0 ? "All agents that are used here have Gatelodge's hooks." : `Put Gatelodge's hooks into ${open.length === 1 ? "one file" : `${open.length} files`}?`;
  const detail = open.length === 0 ? "" : `${[...new Set(open.map(({ assistant }) => assistant.name))].join(", ")}. The page behind shows every line.`;
  const answer = await vscode.window.showInformationMessage(question, { modal: true, detail }, ...write, ...remove);
  if (answer === undefined) return;
  try {
    const done = answer === "Write" ? setup.install(open) : setup.remove(ours);
    const failed = done.filter(({ change }) => typeof change !== "string");
    if (failed.length > 0) void vscode.window.showErrorMessage(`Gatelodge: ${failed.map(({ file, change }) => `${file.assistant.name}: ${typeof change === "string" ? change : change.error}`).join("; ")}.`);
  } catch (error) {
    void vscode.window.showErrorMessage(`Gatelodge: nothing was put into any file, because the hook program could not be written (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`);
  }
  await show();
}
