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
import { createMentionedFiles } from "./mentionedFiles.ts";
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
  const prompts = createPromptJudge(context, createMentionedFiles(parts.now));
  const front = createFilesInFront(context, documents.onDidChange);
  const status = createPromptStatus();
  const core = createCoreCommands(submitCommands, (id, args) => send.attempt(id, args), (id) => parts.output.warn(`chat: ${id} cannot be overridden here`));
  const send = createSendDoor({ parts, prompts, core, notices, status, pages, changed: documents.onDidChange });
  const doors: vscode.Disposable[] = [];
  const state = { disposed: false };
  // A command that this editor does not have must not appear in it by our standing before it.
  void vscode.commands.getCommands(true).then((ids) => {
    if (state.disposed) return;
    const existing = new Set(ids);
    doors.push(createEditorDoor(parts, front, notices, existing), createAttachDoor(parts, context, notices, existing), createOpenDoor(parts, context, prompts, notices, existing));
  });
  const implicit = createImplicitContext(front, { records, leases, output: parts.output });
  return new vscode.Disposable(() => {
    state.disposed = true;
    for (const part of [...doors, implicit, send, core, status, front, context]) part.dispose();
  });
}
