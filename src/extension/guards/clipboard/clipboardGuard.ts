import * as vscode from "vscode";
import type { JudgedDocuments } from "../../documents.ts";
import type { Parts } from "../../parts.ts";
import { registerClearOnBlur } from "./clearOnBlur.ts";
import { createCellDoor } from "./cellDoor.ts";
import { createCopiedTexts } from "./copiedTexts.ts";
import { createCopyDoor } from "./copyDoor.ts";
import { createCopyFromView, type CopyFromView } from "./copyFromView.ts";
import { registerDropProvider } from "./dropProvider.ts";
import { createNotices } from "../notices.ts";
import { registerPasteProvider } from "./pasteProvider.ts";

export interface ClipboardGuard extends vscode.Disposable {
  readonly copyFromView: CopyFromView;
}

/**
 * The clipboard's doors: out of a document (copy, cut) and into a document or the prompt (paste, drop). The system
 * clipboard is looked at only when the window loses the focus, and only where the policy asks for that.
 */
export function createClipboardGuard(parts: Parts, documents: JudgedDocuments): ClipboardGuard {
  const copied = createCopiedTexts();
  const notices = createNotices(parts.now);
  const doors = vscode.Disposable.from(
    createCopyDoor(parts, notices, documents.onDidChange),
    createCellDoor(parts, documents, copied, notices),
    registerPasteProvider(parts, copied, notices),
    registerDropProvider(parts, copied, notices),
    registerClearOnBlur(copied, parts.output),
  );
  return { copyFromView: createCopyFromView(parts, copied, notices), dispose: () => doors.dispose() };
}
