import * as vscode from "vscode";
import type { Leases } from "../../../node/leases.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";
import type { FindingsSource, JudgedDocuments } from "../../documents.ts";
import type { Parts } from "../../parts.ts";
import type { Pages } from "../../views/pages.ts";
import { createCoreCommands } from "../coreCommands.ts";
import { createNotices } from "../notices.ts";
import { createAttachDoor } from "./attachDoor.ts";
import { createContextJudge } from "./contextJudge.ts";
import { createEditorDoor } from "./editorDoor.ts";
import { createFilesInFront } from "./filesInFront.ts";
import { createImplicitContext } from "./implicitContext.ts";
import { createMentionedFiles, nearFiles } from "./mentionedFiles.ts";
import { createOpenDoor } from "./openDoor.ts";
import { createPromptJudge } from "./promptJudge.ts";
import { createPromptStatus } from "./promptStatus.ts";
import { createSendDoor } from "./sendDoor.ts";
import { submitCommands } from "./submitCommands.ts";

interface GuardParts {
  readonly parts: Parts;
  readonly documents: JudgedDocuments;
  readonly findings: FindingsSource;
  readonly pages: Pages;
  readonly records: ReturnType<typeof createSettingsRecords>;
  readonly leases: Leases;
  readonly ownId: string;
}

/** The chat's doors: what is typed, named, attached, taken along by itself, or sent by code. */
export function createChatGuard({ parts, documents, findings, pages, records, leases, ownId }: GuardParts): vscode.Disposable {
  const notices = createNotices(parts.now);
  const context = createContextJudge(parts, findings, ownId);
  const prompts = createPromptJudge({ context, files: createMentionedFiles(parts.now), near: nearFiles, now: parts.now });
  const front = createFilesInFront(context, documents.onDidChange);
  const status = createPromptStatus();
  const implicit = createImplicitContext(front, { records, leases, failed: (error) => {
    parts.output.error(`chat: the implicit context could not be switched: ${error instanceof Error ? error.name : "unknown"}`);
    parts.troubles.report("chat", "settings.json could not be written: no prompt is sent while a classified file is shown");
  } });
  const core = createCoreCommands({ commands: vscode.commands, ids: submitCommands, handle: (id, args) => send.attempt(id, args), failed: (id) => {
    parts.output.warn(`chat: ${id} cannot be overridden here`);
    parts.troubles.report("chat", "the editor's own submit commands cannot be overridden here: the send button is not guarded");
  } });
  const send = createSendDoor({ parts, prompts, implicit, core, notices, status, pages, changed: documents.onDidChange });
  const doors: vscode.Disposable[] = [];
  const state = { disposed: false };
  // A command that this editor does not have must not appear in it by our standing before it.
  void vscode.commands.getCommands(true).then((ids) => {
    if (state.disposed) return;
    const existing = new Set(ids);
    doors.push(createEditorDoor(parts, front, notices, existing), createAttachDoor(parts, context, notices, existing), createOpenDoor({ parts, context, front, prompts, implicit, notices, existing }));
  });
  return new vscode.Disposable(() => {
    state.disposed = true;
    for (const part of [...doors, implicit, send, core, status, front, context]) part.dispose();
  });
}
