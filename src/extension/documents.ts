import * as vscode from "vscode";
import { markerWindow } from "../core/classify.ts";
import type { Decision, Effect, Finding, PathIdentity } from "../core/request.ts";
import { installedAssistants, type InstalledAssistant } from "./installedAssistants.ts";
import { createMemo } from "./memo.ts";
import type { Parts } from "./parts.ts";
import { createSettledOutcomes } from "./settledOutcomes.ts";

/** What the policy says of a document for the completions of this window, over all destinations that are here. */
export interface Judgement {
  readonly label: string;
  /** The strictest decision; its reasons explain. */
  readonly decision: Decision;
  readonly stopped: readonly InstalledAssistant[];
  readonly allowed: readonly InstalledAssistant[];
}

/** Findings of a document as the language server last reported them. */
export interface FindingsSource {
  readonly get: (uri: vscode.Uri) => readonly Finding[] | undefined;
  /** Why nobody can say what the document holds; the policy's `otherwise` is for that. */
  readonly undecided: (uri: vscode.Uri) => string | undefined;
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

export interface JudgedDocuments extends vscode.Disposable {
  /** Judges a document, open or not; an open one by its head as well. `undefined`: it is nothing an assistant completes in. */
  readonly judge: (uri: vscode.Uri) => Judgement | undefined;
  /** A document's judgement may have changed; without a value, all may have. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
}

const judgedSchemes = new Set(["file", "untitled", "vscode-remote", "vscode-notebook-cell", "vscode-userdata", "vscode-vfs", "git", "vscode-local-history"]);
const settleMilliseconds = 150;

/** The one answer to "what may assistants do with this document", shared by the completion guard, the status bar and the decorations. */
export function createJudgedDocuments(parts: Parts, findings: FindingsSource, ownId: string): JudgedDocuments {
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const settling = new Map<string, NodeJS.Timeout>();
  const outcomes = createSettledOutcomes();
  // Judging anew what was typed in costs a tenth of a millisecond; telling everybody, who look at all that is open, many.
  const later = (uri: vscode.Uri) => {
    const key = uri.toString();
    clearTimeout(settling.get(key));
    settling.set(key, setTimeout(() => {
      settling.delete(key);
      if (outcomes.isNews(key, toOutcome(judge(uri)))) changed.fire(uri);
    }, settleMilliseconds));
  };
  const state: { assistants: readonly InstalledAssistant[] } = { assistants: installedAssistants(ownId) };
  const subscriptions = vscode.Disposable.from(
    changed,
    findings.onDidChange((uri) => changed.fire(uri)),
    // Only the head can change a label; the rest of the text is the server's to judge.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (judgedSchemes.has(document.uri.scheme) && contentChanges.some(({ rangeOffset }) => rangeOffset < markerWindow)) later(document.uri);
    }),
    vscode.workspace.onDidOpenTextDocument((document) => open.set(document.uri.toString(), document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      const key = uri.toString();
      open.delete(key);
      outcomes.drop(key);
      memo.drop(key);
    }),
    vscode.extensions.onDidChange(() => {
      state.assistants = installedAssistants(ownId);
      changed.fire(undefined);
    }),
  );
  const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
  const memo = createMemo<Judgement>();
  const judge = (uri: vscode.Uri) => {
    if (!judgedSchemes.has(uri.scheme)) return undefined;
    const asked: Asked = { uri, path: parts.identify(uri.toString()), document: open.get(uri.toString()), findings: findings.get(uri), undecided: findings.undecided(uri) };
    const { document } = asked;
    if (document === undefined) return judgeFor(parts, state.assistants, asked);
    // All open documents are judged at many events. What a decision depends on is all here; grants and exceptions end with the time.
    const grants = parts.grants.active().map(({ id }) => id).join();
    const madeOf = [document, document.version, asked.path, parts.policies.current(asked.path), asked.findings, asked.undecided, state.assistants, grants, Math.floor(parts.now() / 1000)];
    return memo.recall(uri.toString(), madeOf, () => judgeFor(parts, state.assistants, asked));
  };
  return {
    judge: (uri) => {
      const judgement = judge(uri);
      outcomes.told(uri.toString(), toOutcome(judgement));
      return judgement;
    },
    onDidChange: changed.event,
    dispose: () => {
      for (const timer of settling.values()) clearTimeout(timer);
      subscriptions.dispose();
    },
  };
}

/** What anybody does differently for. */
const toOutcome = (judgement: Judgement | undefined) => judgement === undefined ? "" : JSON.stringify([judgement.label, judgement.decision.enforced, judgement.decision.reasons, judgement.stopped.map(({ assistant }) => assistant)]);

/** The status bar is where a completion is warned about. */
export const completionEffects = ["allow", "warn", "block"] as const satisfies readonly Effect[];

// An assistant that is in no catalogue and whose extension we do not see (a fork's built-in one) is this destination.
const unseen: InstalledAssistant = { assistant: "unknown", name: "other assistants", kind: "unknown", completionGroups: [] };

interface Asked {
  readonly uri: vscode.Uri;
  readonly path: PathIdentity | undefined;
  /** When it is open. */
  readonly document: vscode.TextDocument | undefined;
  readonly findings: readonly Finding[] | undefined;
  readonly undecided: string | undefined;
}

function judgeFor(parts: Parts, assistants: readonly InstalledAssistant[], { path, document, findings, undecided }: Asked): Judgement {
  const head = document?.getText(new vscode.Range(document.positionAt(0), document.positionAt(markerWindow)));
  const answers = byDestination([...assistants, unseen]).map(([representative, group]) => ({
    group,
    decision: parts.gate.preview({
      channel: "completion", destination: representative, able: completionEffects, findings: findings ?? [],
      ...(undecided === undefined ? {} : { undecided }), ...(path === undefined ? {} : { path }), ...(head === undefined ? {} : { text: head }),
    }),
  }));
  const stopped = answers.filter(({ decision }) => decision.enforced === "block");
  const strictest = stopped[0] ?? answers.find(({ decision }) => decision.effect !== "allow") ?? answers[0];
  if (strictest === undefined) throw new Error("no destination was judged");
  return {
    label: strictest.decision.label, decision: strictest.decision,
    stopped: stopped.flatMap(({ group }) => group),
    allowed: answers.filter(({ decision }) => decision.enforced !== "block").flatMap(({ group }) => group),
  };
}

/** Unknown extensions are many and judged alike unless a rule names one; known assistants one by one. */
function byDestination(assistants: readonly InstalledAssistant[]): readonly (readonly [InstalledAssistant, readonly InstalledAssistant[]])[] {
  const groups = Map.groupBy(assistants, ({ assistant }) => assistant);
  return [...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [[group[0], group] as const]));
}
