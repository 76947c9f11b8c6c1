import * as vscode from "vscode";
import { fixCommands } from "../core/wire.ts";
import { whenSettled } from "./afterStart.ts";
import type { Background, BackgroundParts } from "./background.ts";

/** Commands that the background carries out; `manifest.test.ts` holds this list to package.json. */
export const backgroundCommands = [
  "showStatus", "allowFile", "askForException", "showLedger", "showReported", "showCoverage", "showProblems", "createPolicy", "openUserPolicy", "openGuarded",
  "scanWorkspace", "makeBaseline", "reviewBaseline", "setUpAgents", "showPins", "restoreSettings", "showMachineAi", "lookForAi", "explainAi", "copyAi",
].map((name) => `gatelodge.${name}`).concat(Object.values(fixCommands));

/**
 * The background is a bundle of its own, since compiling it was half of a start. It is loaded when the editor has settled, or by
 * the first command that needs it.
 */
export function registerBackground(all: BackgroundParts): vscode.Disposable {
  const state: { loading?: Promise<Background> } = {};
  const load = () => (state.loading ??= start(all));
  const settled = whenSettled(() => void load().catch((error: unknown) => all.parts.output.error(`agents, reporting and commands could not be started (${(error as Error).name})`)));
  const run = async (id: string, values: readonly unknown[]) => (await load()).commands[id]?.(...values);
  const commands = backgroundCommands.map((id) => vscode.commands.registerCommand(id, (...values: readonly unknown[]) => run(id, values)));
  return vscode.Disposable.from(settled, ...commands, new vscode.Disposable(() => void state.loading?.then((background) => background.dispose())));
}

async function start(all: BackgroundParts): Promise<Background> {
  const { createBackground } = await import("./background.ts");
  return createBackground(all);
}
