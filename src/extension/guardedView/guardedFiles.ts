import * as vscode from "vscode";
import { isGuardedName } from "../../core/guardedNames.ts";
import { guardedViewType } from "../../core/settingsRecord.ts";
import type { JudgedDocuments } from "../documents.ts";
import type { Parts } from "../parts.ts";

const schemes = new Set(["file", "vscode-remote", "vscode-vfs"]);

/** The policy wants this file in the guarded view: assistants may not have it, and it is one the view can show. */
export function wantsGuardedView(parts: Parts, documents: JudgedDocuments, uri: vscode.Uri): boolean {
  if (!schemes.has(uri.scheme) || !isGuardedName(uri.path.slice(uri.path.lastIndexOf("/") + 1))) return false;
  const { completions } = parts.policies.current(parts.identify(uri.toString())).policy;
  return completions.neighbours === "guardedView" && (documents.judge(uri)?.stopped.length ?? 0) > 0;
}

/** The file that a tab shows in the guarded view. */
export function guardedUriOf({ input }: Pick<vscode.Tab, "input">): vscode.Uri | undefined {
  return input instanceof vscode.TabInputCustom && input.viewType === guardedViewType ? input.uri : undefined;
}
