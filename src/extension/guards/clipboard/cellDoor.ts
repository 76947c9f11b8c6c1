import * as vscode from "vscode";
import { afterStart } from "../../afterStart.ts";
import type { JudgedDocuments } from "../../documents.ts";
import type { Parts } from "../../parts.ts";
import { createCoreCommands } from "../coreCommands.ts";
import type { Notices } from "../notices.ts";
import type { CopiedTexts, Source } from "./copiedTexts.ts";
import { judgeCopy, type JudgedCopy } from "./judgeCopy.ts";
import { judgePaste } from "./judgePaste.ts";

const copies = ["notebook.cell.copy", "notebook.cell.cut"];
const pastes = ["notebook.cell.paste", "notebook.cell.pasteAbove"];

/**
 * Whole cells are copied and pasted by commands of the notebook, which no copy or paste provider sees. Standing before
 * them is undocumented and takes their menu entries away, so it is done only in a notebook above the ceiling, and in
 * others after a copy from one.
 */
export function createCellDoor(parts: Parts, documents: JudgedDocuments, copied: CopiedTexts, notices: Notices): vscode.Disposable {
  const state: { source: Source | undefined } = { source: undefined };
  const failed = () => parts.troubles.report("clipboard", "the notebook's own copy commands cannot be overridden here: cells copied as a whole lose their label");
  const out = createCoreCommands({ commands: vscode.commands, ids: copies, failed, handle: (id, args) => {
    const cells = selectedCells().map((document) => judgeCopy(parts, "preview", document, [wholeOf(document)]));
    const refused = cells.find(({ decision }) => decision.enforced === "block" || decision.enforced === "redact");
    if (refused !== undefined) return notices.stopped("Not copied", refused.decision);
    for (const document of selectedCells()) judgeCopy(parts, "decide", document, [wholeOf(document)]);
    state.source = isRestricted() ? rememberAll(copied, cells) : undefined;
    update();
    return out.runOriginal(id, args);
  } });
  const into = createCoreCommands({ commands: vscode.commands, ids: pastes, failed, handle: (id, args) => {
    const target = selectedCells()[0];
    const judged = target === undefined || state.source === undefined ? undefined : judgePaste(parts, { document: target, at: undefined, text: "", source: state.source });
    if (judged?.decision.enforced === "block") return notices.stopped("Not pasted into this notebook", judged.decision);
    return into.runOriginal(id, args);
  } });
  const isRestricted = () => {
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    return notebook !== undefined && (documents.judge(notebook.uri)?.stopped.length ?? 0) > 0;
  };
  const update = () => {
    const carries = vscode.window.activeNotebookEditor !== undefined && state.source !== undefined;
    const restricted = isRestricted();
    // What is copied next, in whichever notebook, takes the place of what was copied before.
    out.override(restricted || carries);
    into.override(carries && !restricted);
  };
  return vscode.Disposable.from(out, into, afterStart(update), vscode.window.onDidChangeActiveNotebookEditor(update), documents.onDidChange(update));
}

/** Each cell's text alone, and all of them as the clipboard has them. */
function rememberAll(copied: CopiedTexts, cells: readonly JudgedCopy[]): Source | undefined {
  for (const { text, source } of cells) copied.remember(text, source);
  const [first] = cells;
  if (first !== undefined && cells.length > 1) copied.remember(cells.map(({ text }) => text).join("\n"), first.source);
  return first?.source;
}

function selectedCells(): readonly vscode.TextDocument[] {
  const editor = vscode.window.activeNotebookEditor;
  return editor === undefined ? [] : editor.selections.flatMap((range) => editor.notebook.getCells(range)).map(({ document }) => document);
}

const wholeOf = (document: vscode.TextDocument) => document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
