import * as vscode from "vscode";
import { ownLanguage, suppressKey } from "../../../core/settingsRecord.ts";
import { afterStart } from "../../afterStart.ts";
import { installedAssistants } from "../../installedAssistants.ts";
import type { JudgedDocuments } from "../../documents.ts";
import type { Parts } from "../../parts.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";
import type { createLanguageHandover } from "./languageHandover.ts";
import { openDocumentUris } from "./openDocuments.ts";
import { associationGlobs, writeAssociations } from "./restrictedAssociations.ts";
import { suppressInOwnLanguage, type SuppressSetting } from "./suppressSetting.ts";

/** How completions stand for a document: what the status bar says. */
export type CompletionState = "allowed" | "stopped" | "stopping" | "failed";

export interface CompletionsGuard extends vscode.Disposable {
  readonly stateOf: (document: vscode.TextDocument) => { readonly state: CompletionState; readonly reason?: string };
  readonly onDidChange: vscode.Event<void>;
}

interface GuardParts {
  readonly parts: Parts;
  readonly documents: JudgedDocuments;
  readonly suppress: SuppressSetting;
  readonly handover: ReturnType<typeof createLanguageHandover>;
  readonly records: ReturnType<typeof createSettingsRecords>;
  readonly ownId: string;
}

/**
 * Stops inline completions for documents above the ceiling. First lever: our own language (static associations, no
 * call from the first key). Second: the suppress setting, for as long as such a document is open in the window, since
 * assistants read neighbouring tabs, and a while after, since they remember recent edits.
 */
export function createCompletionsGuard({ parts, documents, suppress, handover, records, ownId }: GuardParts): CompletionsGuard {
  const changed = new vscode.EventEmitter<void>();
  const lingering = new Map<string, { readonly groups: readonly string[]; readonly until: number }>();
  const recorded = new Set<string>();
  const update = () => {
    const open = openDocumentUris().flatMap((uri) => toStopped(documents, uri));
    noteClosed(parts, lingering, open);
    for (const { uri, decisionKey } of open) recordOnce(parts, documents, recorded, uri, decisionKey);
    const groups = [...new Set([...open.filter((entry) => counts(parts, entry)).flatMap((entry) => entry.groups), ...[...lingering.values()].flatMap((entry) => entry.groups)])].sort();
    suppress.want(groups);
    for (const document of vscode.workspace.textDocuments) void handover.settle(document);
    changed.fire();
  };
  const associate = () => void adjustAssociations(parts, records).catch((error: unknown) => parts.output.error(`completions: file associations could not be written: ${error instanceof Error ? error.name : "unknown"}`));
  const sweep = setInterval(() => {
    const ended = [...lingering].filter(([, { until }]) => until <= parts.now());
    for (const [key] of ended) lingering.delete(key);
    if (ended.length > 0) update();
  }, 5000);
  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.window.tabGroups.onDidChangeTabs(update),
    vscode.workspace.onDidOpenTextDocument((document) => {
      update();
      if (document.fileName.endsWith("gatelodge.yaml")) associate();
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (!document.fileName.endsWith("policy.yaml") && !document.fileName.endsWith("gatelodge.yaml")) return;
      associate();
      update();
    }),
    vscode.workspace.onDidCloseTextDocument(update),
    vscode.workspace.onDidChangeWorkspaceFolders(associate),
    documents.onDidChange(update),
    suppress.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(suppressKey) || event.affectsConfiguration("files.associations")) update();
    }),
  );
  const starting = afterStart(() => {
    const allGroups = installedAssistants(ownId).flatMap(({ completionGroups }) => completionGroups);
    void suppressInOwnLanguage(records, allGroups).catch(() => parts.output.error("completions: settings of our language could not be written"));
    update();
    associate();
  });
  return {
    stateOf: (document) => stateOf(documents, suppress, document),
    onDidChange: changed.event,
    dispose: () => {
      clearInterval(sweep);
      starting.dispose();
      subscriptions.dispose();
    },
  };
}

interface Stopped { readonly uri: vscode.Uri; readonly groups: readonly string[]; readonly decisionKey: string; readonly lingerSeconds?: number }

function toStopped(documents: JudgedDocuments, uri: vscode.Uri): readonly Stopped[] {
  const judgement = documents.judge(uri);
  if (judgement === undefined || judgement.stopped.length === 0) return [];
  const groups = judgement.stopped.flatMap(({ completionGroups }) => completionGroups);
  return [{ uri, groups, decisionKey: `${uri.toString()} ${judgement.decision.rule} ${judgement.label}` }];
}

/** With `neighbours: allow` only a visible document that is not in our language needs the window-wide setting. */
function counts(parts: Parts, { uri }: Stopped): boolean {
  const { completions } = parts.policies.current(parts.identify(uri.toString())).policy;
  if (completions.neighbours !== "allow") return true;
  return vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString() && document.languageId !== ownLanguage);
}

/** What was stopped and is open no longer lingers for the policy's time. */
function noteClosed(parts: Parts, lingering: Map<string, { readonly groups: readonly string[]; readonly until: number }>, open: readonly Stopped[]): void {
  const now = parts.now();
  const openKeys = new Set(open.map(({ uri }) => uri.toString()));
  for (const [key, entry] of lingering) if (!openKeys.has(key) && entry.until === Number.POSITIVE_INFINITY) {
    const { lingerSeconds } = parts.policies.current(parts.identify(key)).policy.completions;
    lingering.set(key, { ...entry, until: now + lingerSeconds * 1000 });
  }
  for (const { uri, groups } of open) lingering.set(uri.toString(), { groups, until: Number.POSITIVE_INFINITY });
}

/** One ledger entry for each stopped document and reason, not one for each key. */
function recordOnce(parts: Parts, documents: JudgedDocuments, recorded: Set<string>, uri: vscode.Uri, key: string): void {
  if (recorded.has(key)) return;
  recorded.add(key);
  const first = documents.judge(uri)?.stopped[0];
  const path = parts.identify(uri.toString());
  const head = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText().slice(0, 8192);
  if (first !== undefined) parts.gate.decide({ channel: "completion", destination: first, able: ["allow", "block"], ...(path === undefined ? {} : { path }), ...(head === undefined ? {} : { text: head }) });
}

function stateOf(documents: JudgedDocuments, suppress: SuppressSetting, document: vscode.TextDocument): { readonly state: CompletionState; readonly reason?: string } {
  const judgement = documents.judge(document.uri);
  if (judgement === undefined || judgement.stopped.length === 0) return { state: "allowed" };
  const groups = judgement.stopped.flatMap(({ completionGroups }) => completionGroups);
  if (suppress.isInForce(document, groups)) return { state: "stopped" };
  const failure = suppress.failure();
  const inspected = vscode.workspace.getConfiguration("editor", document).inspect(suppressKey.slice("editor.".length));
  if (inspected?.workspaceValue !== undefined || inspected?.workspaceFolderValue !== undefined || inspected?.workspaceLanguageValue !== undefined) return { state: "failed", reason: "a setting of this repository (.vscode/settings.json) switches the guard off" };
  if (inspected?.globalLanguageValue !== undefined && document.languageId !== ownLanguage) return { state: "failed", reason: `a setting of yours for ${document.languageId} files switches the guard off` };
  return failure === undefined ? { state: "stopping" } : { state: "failed", reason: failure };
}

/** Collects the globs of every policy this window has to do with: of its folders and of its open files. */
async function adjustAssociations(parts: Parts, records: GuardParts["records"]): Promise<void> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => parts.identify(uri.toString())?.absolute).filter((folder) => folder !== undefined);
  const fromFolders = folders.map((folder) => parts.policies.current({ folder }).policy);
  const fromFiles = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "file").map(({ uri }) => parts.policies.current(parts.identify(uri.toString())).policy);
  const globs = new Set([...fromFolders, ...fromFiles].flatMap((policy) => associationGlobs(policy, folders)));
  const elsewhere = records.read().associations.filter((glob) => !folders.some((folder) => glob.startsWith(`${folder}/`)));
  await writeAssociations(records, [...new Set([...globs, ...elsewhere])]);
}
