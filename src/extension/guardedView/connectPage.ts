import type * as vscode from "vscode";
import { markerWindow } from "../../core/classify.ts";
import { parseGuardedFile } from "../../core/guardedFile.ts";
import { parseFromGuardedPage, type FromGuardedPage, type ToGuardedPage } from "../../core/guardedMessages.ts";
import { toGuardedRows } from "../../core/guardedRows.ts";
import type { CopyFromView } from "../guards/clipboard/copyFromView.ts";
import { applyEdit, type GuardedDocument } from "./guardedDocument.ts";

interface Actions {
  /** Takes an edit into the document, so that it can be undone and makes it dirty. */
  readonly edit: (document: GuardedDocument, text: string, label: string) => void;
  readonly save: () => void;
  readonly copy: CopyFromView;
  readonly openAsText: (document: GuardedDocument) => void;
}

/** Between a document and one page that shows it. Values go out one at a time, when asked for. */
export function connectPage(document: GuardedDocument, panel: vscode.WebviewPanel, actions: Actions): void {
  const send = (message: ToGuardedPage) => void panel.webview.postMessage(message);
  const show = () => {
    const content = document.content();
    if ("unsuitable" in content) return send({ type: "unsuitable", reason: content.unsuitable });
    send({ type: "rows", revision: document.revision(), rows: toGuardedRows(content.text, parseGuardedFile(content.text)) });
  };
  const listening = panel.webview.onDidReceiveMessage((message: unknown) => {
    const parsed = parseFromGuardedPage(message);
    if (parsed?.type === "ready") return show();
    if (parsed !== undefined) answer(document, parsed, send, actions);
  });
  const changes = document.onDidChange(show);
  panel.onDidDispose(() => {
    listening.dispose();
    changes.dispose();
  });
}

function answer(document: GuardedDocument, message: Exclude<FromGuardedPage, { readonly type: "ready" }>, send: (message: ToGuardedPage) => void, actions: Actions): void {
  if (message.type === "openAsText") return actions.openAsText(document);
  const content = document.content();
  if ("unsuitable" in content) return;
  if (message.type === "copy") return void copyOut(document, content.text, message, send, actions);
  const revision = document.revision();
  // The page speaks of lines that may have moved since; it gets the new ones with the change.
  if (message.type !== "add" && message.revision !== revision) return;
  if (message.type === "ask") {
    const entry = parseGuardedFile(content.text)[message.id];
    if (entry === undefined || !("value" in entry)) return;
    return send({ type: "value", revision, id: message.id, purpose: message.purpose, value: content.text.slice(entry.value.start, entry.value.end) });
  }
  const result = applyEdit(content.text, message);
  if ("refused" in result) return send({ type: "refused", reason: result.refused });
  if (result.text !== content.text) actions.edit(document, result.text, result.label);
  if (message.type === "edit" && message.save) actions.save();
}

async function copyOut({ uri }: GuardedDocument, whole: string, { text, cut }: Extract<FromGuardedPage, { readonly type: "copy" }>, send: (message: ToGuardedPage) => void, { copy }: Actions): Promise<void> {
  if (await copy({ uri, head: whole.slice(0, markerWindow) }, text) && cut) send({ type: "cut" });
}
