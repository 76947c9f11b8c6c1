import { delimiter, isAbsolute, join } from "node:path";
import * as vscode from "vscode";
import { deniesAnything } from "../../core/ai/standing.ts";
import { toReportedItems } from "../../inventory/reportedItems.ts";
import type { Inventory, InventoryPlaces } from "../../inventory/inventory.ts";
import { judgeInventory } from "../../inventory/judgeInventory.ts";
import { reportingPlaces } from "../../node/reporting/createReporting.ts";
import { createInventoryReports } from "../../node/reporting/inventoryReports.ts";
import type { JudgedDocuments } from "../documents.ts";
import { takeInventoryApart } from "../lookApart.ts";
import type { Parts } from "../parts.ts";
import type { Pages } from "../views/pages.ts";
import { createAiHint } from "./aiHint.ts";
import { toAiPage } from "./aiPage.ts";
import { deniedHere, toAiTree, toLines, type AiNode } from "./aiTree.ts";
import { createAiView } from "./aiView.ts";
import { createRounds } from "./rounds.ts";

export interface MachineAiParts {
  readonly parts: Pick<Parts, "policies" | "locations" | "output" | "now" | "reporting">;
  readonly documents: Pick<JudgedDocuments, "onDidChange">;
  readonly pages: Pages;
  /** Folder of the bundles. */
  readonly dist: string;
  readonly home: string;
}

export interface MachineAi extends vscode.Disposable {
  readonly commands: Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;
}

const pauseMilliseconds = 60_000;

/**
 * The AI on this machine: a view, and a hint when something is here that the policy denies. Nothing is looked for before somebody
 * looks at the view, unless the policy denies something or the organisation is told once a day; and nothing while the window is
 * not in use.
 */
export function createMachineAi({ parts, documents, pages, dist, home }: MachineAiParts): MachineAi {
  const { output, now, reporting, locations } = parts;
  const ended = new AbortController();
  const state: { inventory?: Inventory; tree: readonly AiNode[]; shown?: string } = { tree: [] };
  const hint = createAiHint();
  const reports = createInventoryReports({ file: reportingPlaces(locations).inventory, append: reporting.spool.append, stamp: reporting.stamp, nameKey: reporting.nameKey, now });
  const isTold = () => reporting.entry() !== undefined;
  const view = createAiView(async () => {
    if (state.inventory === undefined) await rounds.look();
    return state.tree;
  });
  const policies = () => policiesHere(parts);
  const paint = () => {
    if (state.inventory === undefined) return;
    const judged = judgeInventory(state.inventory, policies());
    if (isTold()) reports.report(toReportedItems(judged));
    state.tree = toAiTree(judged);
    // A view that is drawn anew loses the place at which somebody reads.
    const shown = JSON.stringify(state.tree);
    if (shown === state.shown) return;
    state.shown = shown;
    const denied = deniedHere(judged);
    hint.show(denied);
    view.refresh(denied.length);
  };
  const rounds = createRounds({
    now, pause: pauseMilliseconds,
    wanted: () => vscode.window.state.focused && (view.isVisible() || policies().some(deniesAnything) || (isTold() && reports.due())),
    take: async () => {
      const taken = await takeInventoryApart(dist, { ...placesHere(home, parts), ...(state.inventory === undefined ? {} : { before: state.inventory.load }) }, ended.signal).catch((error: unknown) => output.warn(`the AI on this machine could not be listed (${(error as Error).name})`));
      await vscode.commands.executeCommand("setContext", "gatelodge.aiUnseen", taken === undefined);
      if (taken !== undefined) state.inventory = taken;
      paint();
    },
  });
  rounds.arm();
  const running = vscode.Disposable.from(hint, view, rounds, new vscode.Disposable(() => ended.abort()), view.onDidChangeVisibility(rounds.arm), vscode.window.onDidChangeWindowState(rounds.arm), documents.onDidChange((uri) => {
    // All documents' judgements may have changed: the policy may have.
    if (uri !== undefined) return;
    paint();
    rounds.arm();
  }));
  return {
    commands: {
      "gatelodge.showMachineAi": () => vscode.commands.executeCommand("gatelodge.machineAi.focus"),
      "gatelodge.lookForAi": () => rounds.look(),
      "gatelodge.explainAi": (node) => pages.show("ai-on-this-machine", toAiPage(isNode(node) ? [node] : state.tree)),
      "gatelodge.copyAi": (node) => vscode.env.clipboard.writeText((isNode(node) ? [node] : state.tree).flatMap(allLines).join("\n")),
    },
    dispose: () => running.dispose(),
  };
}

/** Of each folder of the window; without one, of the user. */
function policiesHere({ policies }: Pick<Parts, "policies">) {
  const folders = foldersHere().map((folder) => ({ folder }));
  return (folders.length === 0 ? [undefined] : folders).map((folder) => policies.current(folder).policy.ai);
}

/** As the command line looks, and with the same memory of tool servers. */
const placesHere = (home: string, { locations }: Pick<Parts, "locations">): InventoryPlaces => ({
  platform: process.platform, home, workspaces: foldersHere(),
  programFolders: (process.env["PATH"] ?? "").split(delimiter).filter(isAbsolute), environmentNames: Object.keys(process.env),
  accepted: { file: join(locations.state, "tool-servers.json"), again: false },
});

const foldersHere = () => (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file").map(({ uri }) => uri.fsPath);

const isNode = (value: unknown): value is AiNode => typeof value === "object" && value !== null && "children" in value;
const allLines = (node: AiNode): readonly string[] => [...(node.what === undefined ? [] : [...toLines(node), ""]), ...node.children.flatMap(allLines)];
