import * as vscode from "vscode";
import type { HooksOff } from "../../core/policy/policyDocument.ts";
import type { AgentSetup } from "../../node/agents/agentSetup.ts";
import type { Pages } from "../views/pages.ts";
import { watchAgents, type ReportTamper } from "./agentsWatch.ts";
import { setUpAgents } from "./setUpAgents.ts";

/** Coding agents' hooks: the command that sets them up, and the watch over them. */
export function registerAgents(setup: AgentSetup, hooksOff: () => HooksOff, pages: Pages, output: vscode.LogOutputChannel, report: ReportTamper): vscode.Disposable {
  return vscode.Disposable.from(watchAgents(setup, hooksOff, output, report), vscode.commands.registerCommand("gatelodge.setUpAgents", () => setUpAgents(setup, pages)));
}
