import * as vscode from "vscode";
import { markerWindow } from "../../../core/classify.ts";
import { suppressKey } from "../../../core/settingsRecord.ts";
import { readHeadNow } from "../../../node/readHeadNow.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";
import { afterStart } from "../../afterStart.ts";
import type { JudgedDocuments } from "../../documents.ts";
import type { Parts } from "../../parts.ts";
import type { PolicyChanges } from "../../policyChanges.ts";
import { type CompletionState, stateOf } from "./completionState.ts";
import type { LanguageHandover } from "./languageHandover.ts";
import { createLingering, type OpenStop } from "./lingering.ts";
import { arrivingUris, openDocumentUris } from "./openDocuments.ts";
import { suppressInOwnLanguage } from "./ownLanguage.ts";
import { createStopRecords } from "./stopRecords.ts";
import type { SuppressSetting } from "./suppressSetting.ts";

export interface CompletionsGuard extends vscode.Disposable {
  readonly stateOf: (document: vscode.TextDocument) => CompletionState;
  readonly onDidChange: vscode.Event<void>;
}

interface GuardParts {
  readonly parts: Parts;
  readonly documents: JudgedDocuments;
  readonly suppress: SuppressSetting;
  readonly handover: LanguageHandover;
  readonly records: ReturnType<typeof createSettingsRecords>;
  readonly policyChanges: PolicyChanges;
}

// Lingering ends within this time of what the policy says.
const sweepMilliseconds = 5000;

/**
 * Stops inline completions for documents above the ceiling. First lever: our own language (static associations, no
 * call from the first key). Second: the suppress setting, for as long as such a document is open in the window, since
 * assistants read neighbouring tabs, and a while after, since they remember recent edits.
 */
export function createCompletionsGuard({ parts, documents, suppress, handover, records, policyChanges }: GuardParts): CompletionsGuard {
  const changed = new vscode.EventEmitter<void>();
  const lingering = createLingering(parts.now);
  const stops = createStopRecords(documents);
  const state = (document: vscode.TextDocument) => stateOf(documents, suppress, document);
  const meet = () => {
    for (const stop of arrivingUris().flatMap((uri) => toStop(parts, documents, uri))) void handover.meet(stop.uri, stop.groups);
  };
  const update = () => {
    const uris = openDocumentUris();
    const open = uris.flatMap((uri) => toStop(parts, documents, uri));
    lingering.note(open);
    const needing = open.filter(({ uri }) => needsSetting(parts, handover, uri));
    suppress.want([...new Set([...needing.flatMap(({ groups }) => groups), ...lingering.groups()])].sort());
    for (const document of vscode.workspace.textDocuments) void handover.settle(document);
    stops.note(vscode.workspace.textDocuments.filter(({ isClosed }) => !isClosed).map((document) => ({ uri: document.uri, state: state(document).state })), uris);
    changed.fire();
  };
  const silenceOwnLanguage = () => void suppressInOwnLanguage(records, documents.allGroups()).catch(() => parts.output.error("completions: settings of our language could not be written"));
  const sweep = setInterval(update, sweepMilliseconds);
  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.window.tabGroups.onDidChangeTabs(() => {
      meet();
      update();
    }),
    vscode.window.onDidChangeVisibleTextEditors(update),
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidCloseTextDocument(update),
    vscode.extensions.onDidChange(silenceOwnLanguage),
    policyChanges.event(update),
    documents.onDidChange(update),
    suppress.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(suppressKey) || event.affectsConfiguration("files.associations")) update();
    }),
  );
  const starting = afterStart(() => {
    update();
    silenceOwnLanguage();
  });
  return {
    stateOf: state,
    onDidChange: changed.event,
    dispose: () => {
      clearInterval(sweep);
      starting.dispose();
      subscriptions.dispose();
    },
  };
}

interface Stop extends OpenStop { readonly uri: vscode.Uri }

function toStop(parts: Parts, documents: JudgedDocuments, uri: vscode.Uri): readonly Stop[] {
  const judgement = documents.judge(uri, headOf(parts, uri));
  if (judgement === undefined || judgement.stopped.length === 0) return [];
  const { lingerSeconds } = parts.policies.current(parts.identify(uri.toString())).policy.completions;
  return [{ uri, key: uri.toString(), groups: judgement.stopped.flatMap(({ completionGroups }) => completionGroups), lingerSeconds }];
}

/** A tab is known before its document: its head is read from the disk, so that markers are not seen later than names. */
function headOf(parts: Parts, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== "file" || vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return undefined;
  const path = parts.identify(uri.toString());
  return path === undefined ? undefined : readHeadNow(path.absolute, markerWindow);
}

/** With `neighbours: allow` only a visible document that is to have its true language needs the window-wide setting. */
function needsSetting(parts: Parts, handover: LanguageHandover, uri: vscode.Uri): boolean {
  const { completions } = parts.policies.current(parts.identify(uri.toString())).policy;
  if (completions.neighbours !== "allow") return true;
  return !handover.staysOurs(uri) && vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
}
