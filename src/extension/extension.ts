import { join } from "node:path";
import * as vscode from "vscode";
import { detect } from "../core/detect/detect.ts";
import { createLeases } from "../node/leases.ts";
import { createSettingsRecords } from "../node/settingsRecords.ts";
import { whenSettled } from "./afterStart.ts";
import { createJudgedDocuments } from "./documents.ts";
import { createChatGuard } from "./guards/chat/chatGuard.ts";
import { createClipboardGuard } from "./guards/clipboard/clipboardGuard.ts";
import { createCompletionsGuard } from "./guards/completions/completionsGuard.ts";
import { createLanguageHandover } from "./guards/completions/languageHandover.ts";
import { createPolicyAssociations } from "./guards/completions/policyAssociations.ts";
import { createSuppressSetting } from "./guards/completions/suppressSetting.ts";
import { registerModels } from "./guards/model/registerModels.ts";
import { registerGuardedView } from "./guardedView/registerGuardedView.ts";
import { createLanguageServer } from "./languageClient.ts";
import { createParts, defaultPlaces } from "./parts.ts";
import { createPolicyChanges } from "./policyChanges.ts";
import { registerBackground } from "./registerBackground.ts";
import { recordUndecided } from "./recordUndecided.ts";
import { registerDecorations } from "./views/decorations.ts";
import { createPages } from "./views/pages.ts";
import { registerStatusBar } from "./views/statusBar.ts";

/** Builds the parts, registers the features, nothing else. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel("Gatelodge", { log: true });
  const { home, machineFile } = defaultPlaces();
  const dist = join(context.extensionPath, "dist");
  const parts = createParts(output, { home, machineFile, dist });
  const ownId = context.extension.id.toLowerCase();
  // …/User/globalStorage/<extension> → …/User/settings.json, of the profile in use.
  const settingsFile = vscode.Uri.joinPath(context.globalStorageUri, "..", "..", "settings.json").fsPath;
  const records = createSettingsRecords(join(parts.locations.state, "settings"), settingsFile);
  const leases = createLeases(join(context.globalStorageUri.fsPath, "leases"), process.pid, parts.now);
  const chatLeases = createLeases(join(context.globalStorageUri.fsPath, "chat-leases"), process.pid, parts.now);
  const server = createLanguageServer({ output, dist, home, machineFile });
  const policies = createPolicyChanges(parts.locations);
  const documents = createJudgedDocuments(parts, server, policies, ownId);
  const suppress = createSuppressSetting({ records, leases, output });
  const handover = createLanguageHandover(parts, documents, suppress, ownId);
  const completions = createCompletionsGuard({ parts, documents, suppress, handover, records });
  const clipboard = createClipboardGuard(parts, documents);
  const pages = createPages();
  context.subscriptions.push(
    output, server, documents, suppress, handover, completions, pages,
    createPolicyAssociations(parts, records, policies),
    recordUndecided(parts, server, documents),
    clipboard,
    createChatGuard({ parts, documents, findings: server, pages, records, leases: chatLeases, ownId }),
    registerModels(parts, { dist, home }),
    registerStatusBar(documents, completions, parts),
    registerGuardedView({ parts, documents, policies, records, copy: clipboard.copyFromView, secrets: context.secrets, pages: vscode.Uri.joinPath(context.extensionUri, "dist", "pages") }),
    // A policy or a baseline decides what is a problem in open documents, too.
    policies, policies.event(() => server.lookAgain()), registerDecorations(parts, documents, policies),
    // The first prompt or paste would otherwise wait until the detectors are loaded and their tables built.
    whenSettled(() => void detect("")),
    registerBackground({ parts, documents, completions, records, leases: [leases, chatLeases], pages, server, ownId, dist, home }),
    new vscode.Disposable(() => {
      parts.usage.flush();
      parts.ledger.dispose();
    }),
  );
}
