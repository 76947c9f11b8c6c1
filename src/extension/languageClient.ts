import { join } from "node:path";
import * as vscode from "vscode";
import { lookAgainNotification, type FindingsReport } from "../core/wire.ts";
import type { FindingsSource } from "./documents.ts";
import { createReports, whyUndecided } from "./languageReports.ts";
import { keepRunning, type ServerState } from "./keepRunning.ts";
import { servedSchemes } from "./servedSchemes.ts";
import { createUnanswered } from "./unanswered.ts";

/** The language server as the guards see it: findings while it runs, and how it stands. */
export interface LanguageServer extends FindingsSource, vscode.Disposable {
  /** `undefined` from `get` in any state but `running` means nobody looks: the policy's `otherwise` is for that. */
  readonly state: () => ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** The last report of an open document; `undecided` in it: the server could not look through it. */
  readonly report: (uri: vscode.Uri) => FindingsReport | undefined;
  /** Something beside the documents changed (false positives, a policy elsewhere). */
  readonly lookAgain: () => void;
}

interface Places {
  readonly output: vscode.LogOutputChannel;
  /** Folder of the bundles. */
  readonly dist: string;
  readonly home: string;
  readonly machineFile: string;
}

// The editor's own start comes first; until then the guards judge by path and head.
const startDelay = 50;
// A look takes milliseconds, on the largest documents a second.
const answerPatience = 15_000;
const overduePoll = 5000;

/** Starts the server a moment after activation, from bundles of its own, and keeps it running until disposed. */
export function createLanguageServer({ output, dist, home, machineFile }: Places): LanguageServer {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const stateChanged = new vscode.EventEmitter<ServerState>();
  const reports = createReports();
  const current: { state: ServerState; notify: ((method: string) => void) | undefined } = { state: "starting", notify: undefined };
  const ended = new AbortController();
  const setState = (state: ServerState) => {
    if (current.state === state) return;
    current.state = state;
    output.info(`language server: ${state}`);
    if (state === "running") waiting.unanswered.restart();
    if (state !== "running") reports.clear();
    stateChanged.fire(state);
    // Nobody looks at any of them now, those included of which there was no report yet.
    if (state !== "running") for (const uri of servedNow()) changed.fire(uri);
  };
  const waiting = createWaiting((uri) => {
    if (current.state === "running") changed.fire(uri);
  });
  const accept = (report: FindingsReport) => {
    const open = vscode.workspace.textDocuments.some(({ uri, isClosed }) => !isClosed && uri.toString() === report.uri);
    const wasOverdue = waiting.unanswered.isOverdue(report.uri);
    if (open) waiting.unanswered.answered(report.uri, report.version);
    if (open && (reports.put(report) || wasOverdue)) changed.fire(vscode.Uri.parse(report.uri));
  };
  const timer = setTimeout(() => {
    const run = async (started: () => void, signal: AbortSignal) => {
      const { runLanguageClient } = await import("./startLanguageClient.ts");
      await runLanguageClient({ output, server: join(dist, "server.cjs"), home, machineFile, accept, started: (notify) => {
        current.notify = notify;
        started();
      } }, signal);
    };
    void keepRunning({ run, setState, signal: ended.signal, log: (text) => output.warn(text), now: () => performance.now() }).finally(() => { current.notify = undefined; });
  }, startDelay);
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => reports.drop(uri.toString()));
  return {
    get: (uri) => reports.findings(uri.toString()),
    undecided: (uri) => whyUndecided(current.state, reports.get(uri.toString()), waiting.unanswered.isOverdue(uri.toString())),
    report: (uri) => reports.get(uri.toString()),
    onDidChange: changed.event,
    state: () => current.state,
    onDidChangeState: stateChanged.event,
    lookAgain: () => current.notify?.(lookAgainNotification),
    dispose: () => {
      clearTimeout(timer);
      ended.abort();
      closing.dispose();
      waiting.dispose();
      changed.dispose();
      stateChanged.dispose();
    },
  };
}

const servedNow = () => vscode.workspace.textDocuments.filter(({ uri, isClosed }) => !isClosed && servedSchemes.includes(uri.scheme)).map(({ uri }) => uri);

/** Notes what the server is given, and tells of each document for which it does not answer. */
function createWaiting(overdue: (uri: vscode.Uri) => void) {
  const unanswered = createUnanswered(() => performance.now(), answerPatience);
  const poll = setInterval(() => {
    for (const uri of unanswered.news()) overdue(vscode.Uri.parse(uri));
  }, overduePoll);
  const give = ({ uri, version }: vscode.TextDocument) => {
    if (servedSchemes.includes(uri.scheme)) unanswered.given(uri.toString(), version);
  };
  vscode.workspace.textDocuments.forEach(give);
  const subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(give),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => (contentChanges.length > 0 ? give(document) : undefined)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => unanswered.drop(uri.toString())),
  );
  return {
    unanswered,
    dispose: () => {
      clearInterval(poll);
      subscriptions.dispose();
    },
  };
}
