import * as vscode from "vscode";
import { ownLanguage, suppressKey } from "../../../core/settingsRecord.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";
import { afterStart } from "../../afterStart.ts";
import type { JudgedDocuments } from "../../documents.ts";
import type { Parts } from "../../parts.ts";
import { type CompletionState, stateOf } from "./completionState.ts";
import { eachOnItsOwn } from "./eachOnItsOwn.ts";
import type { LanguageHandover } from "./languageHandover.ts";
import { endSuggestions } from "./endSuggestions.ts";
import { createLingering } from "./lingering.ts";
import { arrivingUris, openDocumentUris } from "./openDocuments.ts";
import { createOpenStops } from "./openStops.ts";
import { createOwnLanguageSilence } from "./ownLanguage.ts";
import { createStopRecords } from "./stopRecords.ts";
import type { SuppressSetting } from "./suppressSetting.ts";
import { createWindowPause } from "./windowPause.ts";

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
}

// Lingering ends within this time of what the policy says.
const sweepMilliseconds = 5000;

/**
 * Stops inline completions for documents above the ceiling. First lever: our own language (static associations, no
 * call from the first key). Second: the suppress setting, for as long as such a document is open in the window, since
 * assistants read neighbouring tabs, and a while after, since they remember recent edits. Third, where that leaves
 * nobody who may be asked: the editor's own pause.
 */
export function createCompletionsGuard({ parts, documents, suppress, handover, records }: GuardParts): CompletionsGuard {
  const changed = new vscode.EventEmitter<void>();
  const lingering = createLingering(parts.now);
  const pause = createPause(parts);
  const stops = createStopRecords(documents, (uri) => parts.identify(uri.toString())?.absolute ?? uri.toString(), parts.now);
  const state = (document: vscode.TextDocument) => stateOf(documents, suppress, document);
  const failed = (error: unknown) => parts.output.error(`completions: a document could not be judged: ${error instanceof Error ? error.name : "unknown"}`);
  const open = createOpenStops(parts, documents, failed);
  const meet = () => {
    for (const stop of open.stopsAmong(arrivingUris())) void handover.meet(stop.uri, stop.groups).catch(failed);
  };
  const update = () => {
    const uris = openDocumentUris();
    const stopped = open.stopsAmong(uris);
    lingering.note(stopped, open.permittedAmong(uris).map(String));
    const needing = stopped.filter(({ uri, everywhere }) => everywhere || needsSetting(handover, uri));
    const silent = [...new Set([...needing.flatMap(({ groups }) => groups), ...lingering.groups()])].sort();
    pause.want(silent.length > 0 && documents.allGroups().every((group) => silent.includes(group)));
    suppress.want(silent);
    const present = vscode.workspace.textDocuments.filter(({ isClosed }) => !isClosed);
    for (const document of present) void handover.settle(document).catch(failed);
    stops.note(eachOnItsOwn(present, (document) => [{ uri: document.uri, state: state(document).state }], () => []).flat(), uris);
    changed.fire();
  };
  const silenceOwnLanguage = createOwnLanguageSilence(records, documents.allGroups, parts.output);
  // The own language's setting as well: somebody may have taken it out, or it could not be written.
  const sweep = setInterval(() => {
    update();
    silenceOwnLanguage();
  }, sweepMilliseconds);
  const subscriptions = vscode.Disposable.from(
    changed, pause,
    vscode.window.tabGroups.onDidChangeTabs(() => {
      meet();
      update();
    }),
    vscode.window.onDidChangeVisibleTextEditors(update),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.languageId === ownLanguage) void endSuggestions();
      update();
    }),
    vscode.workspace.onDidCloseTextDocument(update),
    vscode.extensions.onDidChange(silenceOwnLanguage),
    documents.onDidChange(update),
    suppress.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(suppressKey) || event.affectsConfiguration("files.associations")) update();
    }),
  );
  const starting = afterStart(() => {
    void endSuggestions();
    update();
    silenceOwnLanguage();
  });
  return { stateOf: state, onDidChange: changed.event, dispose: () => {
    clearInterval(sweep);
    starting.dispose();
    subscriptions.dispose();
  } };
}

const createPause = ({ output }: Parts) => createWindowPause({
  commands: vscode.commands, failed: () => output.warn("completions: this editor cannot be paused; its settings alone stop completions"),
});

/** With `neighbours: allow` only a visible document that is to have its true language needs the window-wide setting. */
function needsSetting(handover: LanguageHandover, uri: vscode.Uri): boolean {
  return !handover.staysOurs(uri) && vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
}
