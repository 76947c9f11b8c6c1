import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind, type InitializeParams } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { findingsNotification, lookAgainNotification, type FindingsReport, type ServerOptions } from "../core/wire.ts";
import { createBaselines } from "../node/baseline/baselines.ts";
import { createFalsePositives } from "../node/falsePositives.ts";
import { createPathIdentity } from "../node/pathIdentity.ts";
import { createPolicyStore } from "../node/policyStore.ts";
import { answerRequests } from "./answerRequests.ts";
import { createPolicyFiles } from "./policyFiles/policyFiles.ts";
import { createPolicyHelp } from "./policyFiles/policyHelp.ts";
import { toDiagnostics } from "./scan/findingDiagnostics.ts";
import { createLookQueue } from "./scan/lookQueue.ts";
import { lookThrough, type Look } from "./scan/lookThrough.ts";
import { createScannedTexts } from "./scan/scannedTexts.ts";
import { readServerPlaces } from "./serverPlaces.ts";

/**
 * Language server over the transport that its arguments name (--node-ipc, --stdio): findings of open documents as
 * diagnostics and as a notification, quick fixes, and help in policy files. Says nothing of what documents hold.
 */
function serve(): void {
  const connection = createConnection(ProposedFeatures.all);
  const documents = new TextDocuments(TextDocument);
  const locations = readServerPlaces(process.argv.slice(2));
  const policies = createPolicyStore({ locations, platform: process.platform, now: Date.now });
  const parts = { policies, identify: createPathIdentity(Date.now), falsePositives: createFalsePositives(locations.state), baselines: createBaselines(), now: Date.now, scannedTexts: createScannedTexts() };
  const policyFiles = createPolicyFiles({ locations, platform: process.platform, identify: parts.identify });
  const policyHelp = createPolicyHelp();
  const looks = new Map<string, Look>();
  const state: { options: ServerOptions } = { options: {} };

  const look = async (uri: string) => {
    const document = documents.get(uri);
    if (document === undefined) return;
    const found = await lookThrough(parts, document);
    // Closed, opened anew or edited meanwhile (`document` is edited in place): then the next look is already waiting.
    if (documents.get(uri) !== document || document.version !== found.version) return;
    looks.set(uri, found);
    const { version, findings, quiet, silenced, undecided } = found;
    await connection.sendNotification(findingsNotification, { uri, version, findings, ...(quiet === undefined ? {} : { quiet }), ...(silenced === undefined ? {} : { silenced }), ...(undecided === undefined ? {} : { undecided }) } satisfies FindingsReport);
    const ofPolicy = policyFiles.isPolicyFile(uri) ? policyFiles.diagnose(document) : [];
    await connection.sendDiagnostics({ uri, version, diagnostics: [...toDiagnostics(document, found), ...ofPolicy] });
  };
  const queue = createLookQueue((uri) => look(uri).catch(() => connection.console.error("a document could not be reported")), Date.now);
  const lookAgain = () => { for (const uri of documents.keys()) queue.soon(uri); };

  connection.onInitialize(({ initializationOptions, capabilities }: InitializeParams) => {
    state.options = readOptions(initializationOptions);
    return { serverInfo: { name: "Gatelodge" }, capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true }, codeActionProvider: { codeActionKinds: ["quickfix"] }, ...policyHelp.capabilities(capabilities) } };
  });
  connection.onInitialized(() => void policyHelp.register(connection).catch(() => connection.console.error("help in policy files could not be registered")));
  // An opening is reported as a change as well, right after; that one is no typing.
  const opening = new Set<string>();
  documents.onDidOpen(({ document: { uri } }) => {
    opening.add(uri);
    queue.soon(uri);
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!opening.delete(uri)) queue.afterTyping(uri);
  });
  documents.onDidSave(({ document }) => {
    if (policyFiles.isPolicyFile(document.uri)) lookAgain();
  });
  documents.onDidClose(({ document: { uri } }) => {
    queue.drop(uri);
    looks.delete(uri);
    parts.scannedTexts.drop(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onNotification(lookAgainNotification, lookAgain);
  answerRequests({ connection, documents, parts, policyFiles, lastLook: (uri) => looks.get(uri), hasCommands: () => state.options.commands === true });
  connection.onShutdown(queue.dispose);
  documents.listen(connection);
  connection.listen();
}

function readOptions(value: unknown): ServerOptions {
  return typeof value === "object" && value !== null && "commands" in value && value.commands === true ? { commands: true } : {};
}

serve();
