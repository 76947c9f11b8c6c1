import * as vscode from "vscode";
import { guardedViewType } from "../../core/settingsRecord.ts";
import type { createSettingsRecords } from "../../node/settingsRecords.ts";
import { afterStart } from "../afterStart.ts";
import type { JudgedDocuments } from "../documents.ts";
import type { CopyFromView } from "../guards/clipboard/copyFromView.ts";
import type { Parts } from "../parts.ts";
import type { PolicyChanges } from "../policyChanges.ts";
import { adjustEditorAssociations } from "./editorAssociations.ts";
import { createGuardedViewProvider } from "./guardedViewProvider.ts";
import { createReopening } from "./reopening.ts";
import { createSealedBackups } from "./sealedBackups.ts";

interface GuardedViewParts {
  readonly parts: Parts;
  readonly documents: JudgedDocuments;
  readonly policies: PolicyChanges;
  readonly records: ReturnType<typeof createSettingsRecords>;
  readonly copy: CopyFromView;
  readonly secrets: vscode.SecretStorage;
  readonly pages: vscode.Uri;
}

/** The view itself, always on offer; what opens in it by itself is the policy's to say. */
export function registerGuardedView({ parts, documents, policies, records, copy, secrets, pages }: GuardedViewParts): vscode.Disposable {
  const reopening = createReopening(parts, documents);
  const provider = createGuardedViewProvider({ pages, copy, backups: createSealedBackups(secrets), openAsText: reopening.openAsText });
  const associate = () => void adjustEditorAssociations(parts, records).catch((error: unknown) => {
    parts.output.error(`guarded view: the editor association could not be written: ${error instanceof Error ? error.name : "unknown"}`);
    parts.troubles.report("neighbours", "settings.json could not be written: secret files are text for a moment before they open in the guarded view");
  });
  return vscode.Disposable.from(
    afterStart(associate),
    reopening, provider,
    vscode.window.registerCustomEditorProvider(guardedViewType, provider, { supportsMultipleEditorsPerDocument: false, webviewOptions: { retainContextWhenHidden: false, enableFindWidget: false } }),
    policies.event(associate),
    vscode.workspace.onDidChangeWorkspaceFolders(associate),
  );
}

/** Shows the active file in the guarded view. */
export async function openGuarded(): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) return void vscode.window.showInformationMessage("Gatelodge: open a file first.");
  await vscode.commands.executeCommand("vscode.openWith", uri, guardedViewType);
}
