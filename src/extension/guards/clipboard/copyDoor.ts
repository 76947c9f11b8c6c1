import * as vscode from "vscode";
import { canStop } from "../../../core/carriedLabel.ts";
import { redact } from "../../../core/redact.ts";
import { afterStart } from "../../afterStart.ts";
import type { Parts } from "../../parts.ts";
import { createCoreCommands } from "../coreCommands.ts";
import { copyOnce, judgeCopy } from "./judgeCopy.ts";
import type { Notices } from "../notices.ts";
import { onceOffers } from "./onceOffers.ts";
import { placesOf } from "./place.ts";

const copy = "editor.action.clipboardCopyAction";
const cut = "editor.action.clipboardCutAction";
const richCopy = "editor.action.clipboardCopyWithSyntaxHighlightingAction";
/** package.json binds the copy keys to our commands while this is set. */
const contextKey = "gatelodge.guardsCopy";

/**
 * Refuses copying and cutting before anything reaches the clipboard: by key through contributed keybindings, by menu and
 * palette by standing before the editor's own commands. Both only in files whose policy can refuse at all, so that with
 * any other policy a copy takes no detour; which copy is refused is judged when it is asked for, so selecting costs nothing.
 */
export function createCopyDoor(parts: Parts, notices: Notices, changed: vscode.Event<unknown>): vscode.Disposable {
  const state = { guards: false };
  const core = createCoreCommands({ commands: vscode.commands, ids: [copy, cut, richCopy], handle: (id, args) => attempt(id, args), failed: (id) => {
    parts.output.warn(`clipboard: ${id} cannot be overridden here; a refused copy is wiped instead`);
    parts.troubles.report("clipboard", "the editor's own copy commands cannot be overridden here; a refused copy by menu or palette is wiped instead");
  } });
  const attempt = async (id: string, args: readonly unknown[] = []) => {
    const editor = vscode.window.activeTextEditor;
    if (editor !== undefined && await refuses(parts, notices, editor, id === cut)) return undefined;
    return core.runOriginal(id, args);
  };
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const guards = document !== undefined && placesOf(parts, document).some(({ inForce }) => canStop(inForce.policy, "clipboard"));
    if (guards === state.guards) return;
    state.guards = guards;
    core.override(guards);
    void vscode.commands.executeCommand("setContext", contextKey, guards);
  };
  return vscode.Disposable.from(
    core,
    afterStart(update),
    vscode.commands.registerCommand("gatelodge.copySelection", () => attempt(copy)),
    vscode.commands.registerCommand("gatelodge.cutSelection", () => attempt(cut)),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeWindowState(update),
    vscode.workspace.onDidSaveTextDocument(update),
    changed(update),
  );
}

/** Judges what is about to be copied; a refusal is recorded and explained here, a copy that passes where it happens. */
async function refuses(parts: Parts, notices: Notices, { document, selections }: vscode.TextEditor, cutting: boolean): Promise<boolean> {
  const ranges = selections.map((selection) => (selection.isEmpty ? document.lineAt(selection.active.line).rangeIncludingLineBreak : selection));
  const { enforced } = judgeCopy(parts, "preview", document, ranges).decision;
  if (enforced !== "block" && enforced !== "redact") return false;
  const judged = judgeCopy(parts, "decide", document, ranges);
  const { text, decision } = judged;
  const offers = onceOffers(parts, judged, cutting ? "Cut this once, as it is?" : copyOnce);
  if (enforced === "block") {
    notices.stopped(cutting ? "Not cut" : "Not copied", decision, offers);
    return true;
  }
  await vscode.env.clipboard.writeText(redact(text, decision.findings).text);
  // A cut would leave the person without what was masked: the document keeps it.
  notices.stopped(cutting ? "Copied without the sensitive parts; nothing was cut" : "Copied without the sensitive parts", decision, offers);
  return true;
}
