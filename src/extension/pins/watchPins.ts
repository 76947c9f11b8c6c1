import * as vscode from "vscode";
import { knownAssistants } from "../../assistants/known.ts";
import { toPinEvent, type PinState } from "../../core/events/pinEvent.ts";
import type { PinInForce } from "../../core/policy/policy.ts";
import type { PinnedFiles, PinnedState } from "../../node/pins/pinnedFiles.ts";
import type { createSettingsRecords } from "../../node/settingsRecords.ts";
import type { Parts } from "../parts.ts";
import type { Pages } from "../views/pages.ts";
import { writeReplaced } from "../writeReplaced.ts";
import { lookAtEditor } from "./editorPins.ts";
import { keyOf, nameOf, toPinsPage, type PinStanding } from "./pinStanding.ts";

interface PinParts {
  readonly parts: Pick<Parts, "policies" | "reporting" | "output" | "now">;
  readonly records: ReturnType<typeof createSettingsRecords>;
  readonly files: PinnedFiles;
  readonly pages: Pages;
}

export interface PinWatch extends vscode.Disposable {
  readonly show: () => Promise<void>;
}

const lookMilliseconds = 5000;
// Somebody else may set it again and again: that is told, and no race is run.
const restoreAgainMilliseconds = 60_000;

/** Tells of pinned AI settings that are looser than the policy says, reports them, and sets them back as the policy says: asked, or at once. */
export function watchPins(all: PinParts): PinWatch {
  const { parts, pages } = all;
  const item = vscode.window.createStatusBarItem("gatelodge.pins", vscode.StatusBarAlignment.Right, 98);
  item.name = "Gatelodge: pinned AI settings";
  item.text = "$(warning) AI settings changed";
  item.command = "gatelodge.showPins";
  const state = { told: new Set<string>(), restored: new Map<string, number>(), busy: false };
  const report = (pin: PinInForce, what: PinState) => parts.reporting.ledger.record({ event: toPinEvent(pin, what, parts.reporting.stamp()), local: {} });
  const restore = async (loose: readonly PinStanding[]): Promise<void> => {
    const failed = await setBack(all, loose);
    for (const { pin } of loose) report(pin, failed.has(keyOf(pin)) ? "unwritable" : "restored");
    if (failed.size > 0) void vscode.window.showErrorMessage(`Gatelodge: ${failed.size === 1 ? "a setting" : `${failed.size} settings`} could not be set back: ${[...new Set(failed.values())].join("; ")}.`);
  };
  const look = async (): Promise<void> => {
    const { pins } = parts.policies.current().policy;
    const loose = standingsOf(all).filter(({ state: its }) => its === "drifted" || its === "held");
    item.tooltip = `Looser than the policy says: ${namesOf(loose)}`;
    if (loose.length === 0) item.hide();
    else item.show();
    const isNew = loose.filter(({ pin }) => !state.told.has(keyOf(pin)));
    state.told = new Set(loose.map(({ pin }) => keyOf(pin)));
    for (const { pin } of isNew) report(pin, "drifted");
    const due = loose.filter(({ pin, state: its }) => its === "drifted" && (state.restored.get(keyOf(pin)) ?? Number.NEGATIVE_INFINITY) + restoreAgainMilliseconds <= parts.now());
    if (pins.restore === "always" && due.length > 0) {
      for (const { pin } of due) state.restored.set(keyOf(pin), parts.now());
      await restore(due);
      return void vscode.window.showInformationMessage(`Gatelodge has set back what the policy pins: ${namesOf(due)}.`);
    }
    if (isNew.length > 0) void ask(isNew, pins.restore !== "show", restore);
  };
  const lookOnce = () => {
    if (state.busy) return;
    state.busy = true;
    void look().catch((error: unknown) => parts.output.error(`pinned settings could not be looked at (${(error as Error).name})`)).finally(() => {
      state.busy = false;
    });
  };
  const timer = setInterval(lookOnce, lookMilliseconds);
  lookOnce();
  const changes = vscode.workspace.onDidChangeConfiguration(lookOnce);
  return {
    show: async () => {
      const standings = standingsOf(all);
      await pages.show("pinned-settings", toPinsPage(standings, assistantName));
      const drifted = standings.filter(({ state: its }) => its === "drifted");
      if (drifted.length > 0) void ask(drifted, true, restore);
    },
    dispose: () => {
      clearInterval(timer);
      changes.dispose();
      item.dispose();
    },
  };
}

function standingsOf({ parts, files }: PinParts): readonly (PinStanding | PinnedState)[] {
  const { settings } = parts.policies.current().policy.pins;
  return settings.length === 0 ? [] : [...lookAtEditor(settings), ...files.look(settings)];
}

/** Gives a sentence for each that could not be. */
async function setBack({ records, files }: PinParts, loose: readonly (PinStanding | PinnedState)[]): Promise<ReadonlyMap<string, string>> {
  const inFiles = loose.filter((each): each is PinnedState => "file" in each);
  const troubles = files.restore(inFiles);
  const failed = new Map(inFiles.flatMap(({ pin, file }) => (troubles.has(file) ? [[keyOf(pin), troubles.get(file) ?? ""]] : [])));
  for (const { pin } of loose.filter((each) => each.pin.assistant === undefined)) {
    await records.free();
    await writeReplaced(records, pin.setting, pin.value).catch(() => failed.set(keyOf(pin), "settings.json could not be written"));
  }
  return failed;
}

async function ask(loose: readonly PinStanding[], mayRestore: boolean, restore: (loose: readonly PinStanding[]) => Promise<void>): Promise<void> {
  const drifted = loose.filter(({ state }) => state === "drifted");
  const answer = await vscode.window.showWarningMessage(`Gatelodge: looser than the policy says: ${namesOf(loose)}.`, ...(mayRestore && drifted.length > 0 ? ["Set Back"] : []), "Show");
  if (answer === "Set Back") await restore(drifted);
  if (answer === "Show") await vscode.commands.executeCommand("gatelodge.showPins");
}

const assistantName = (id: string) => knownAssistants.find((each) => each.id === id)?.name ?? id;
const namesOf = (standings: readonly PinStanding[]) => standings.map((each) => nameOf(each, assistantName)).join(", ");
