import * as vscode from "vscode";
import { addAssignment, isName, removeEntry, replaceValue } from "../../core/guardedEdit.ts";
import { parseGuardedFile } from "../../core/guardedFile.ts";
import type { FromGuardedPage } from "../../core/guardedMessages.ts";
import { toBytes, toContent, type Content } from "./content.ts";

/** A secret file that is open in the guarded view: its text is in this extension's memory and nowhere else in the editor. */
export interface GuardedDocument extends vscode.CustomDocument {
  readonly content: () => Content;
  /** Counts changes of the content: a page that speaks of another revision is not listened to. */
  readonly revision: () => number;
  readonly set: (content: Content) => void;
  /** What was last read from or written to the disk. */
  readonly disk: () => Uint8Array;
  readonly setDisk: (bytes: Uint8Array) => void;
  readonly isDirty: () => boolean;
  readonly onDidChange: vscode.Event<void>;
}

/** `unsaved` is what a backup held. */
export function createGuardedDocument(uri: vscode.Uri, disk: Uint8Array, unsaved: Uint8Array | undefined): GuardedDocument {
  const changed = new vscode.EventEmitter<void>();
  const state = { content: toContent(unsaved ?? disk), revision: 0, disk };
  return {
    uri,
    content: () => state.content,
    revision: () => state.revision,
    set: (content) => {
      state.content = content;
      state.revision += 1;
      changed.fire();
    },
    disk: () => state.disk,
    setDisk: (bytes) => {
      state.disk = bytes;
    },
    isDirty: () => "text" in state.content && !isSame(toBytes(state.content.text), state.disk),
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

type Edit = Extract<FromGuardedPage, { readonly type: "edit" | "remove" | "add" }>;

/** The text after an edit of the page, with words for the undo list; or why not. */
export function applyEdit(text: string, edit: Edit): { readonly text: string; readonly label: string } | { readonly refused: string } {
  if (edit.type === "add") {
    if (!isName(edit.name)) return { refused: "This is no name: letters, digits and _ . - only." };
    return { text: addAssignment(text, edit.name, edit.value), label: "Add Line" };
  }
  const entry = parseGuardedFile(text)[edit.id];
  if (entry === undefined) return { refused: "This line is no longer there." };
  if (edit.type === "remove") return { text: removeEntry(text, entry), label: "Remove Line" };
  return { text: replaceValue(text, entry, edit.value), label: "Edit Value" };
}

export const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
