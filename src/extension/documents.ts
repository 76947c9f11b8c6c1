import * as vscode from "vscode";
import { markerWindow } from "../core/classify.ts";
import type { Decision, Destination, Effect, Finding, PathIdentity, Request } from "../core/request.ts";
import { installedAssistants, toUnseen, type InstalledAssistant } from "./installedAssistants.ts";
import { isJudged } from "./judgedSchemes.ts";
import { createMemo } from "./memo.ts";
import type { Parts } from "./parts.ts";
import { createPassingTime } from "./passingTime.ts";
import type { PolicyChanges } from "./policyChanges.ts";
import { createSettledOutcomes } from "./settledOutcomes.ts";

/** What the policy says of a document for the completions of this window, over all destinations that are here. */
export interface Judgement {
  readonly label: string;
  /** The strictest decision; its reasons explain. */
  readonly decision: Decision;
  readonly stopped: readonly InstalledAssistant[];
  readonly allowed: readonly InstalledAssistant[];
  /** Nobody is stopped, because a permission or an exception says so. */
  readonly permitted: boolean;
}

/** Findings of a document as the language server last reported them. */
export interface FindingsSource {
  readonly get: (uri: vscode.Uri) => readonly Finding[] | undefined;
  /** Why nobody can say what the document holds; the policy's `otherwise` is for that. */
  readonly undecided: (uri: vscode.Uri) => string | undefined;
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

export interface JudgedDocuments extends vscode.Disposable {
  /**
   * Judges a document, open or not; an open one by its head as well, another by the `head` it is given.
   * `undefined`: it is nothing an assistant completes in.
   */
  readonly judge: (uri: vscode.Uri, head?: string) => Judgement | undefined;
  /** Writes down what `judge` said; without a lever that holds, it is recorded as not enforced. */
  readonly record: (uri: vscode.Uri, held: boolean) => void;
  /** Every provider group that could be asked in this window, for a language in which nobody may be. */
  readonly allGroups: () => readonly string[];
  /** Somebody was given a permission, or lost one: everybody is to judge anew. */
  readonly lookAgain: () => void;
  /** A document's judgement may have changed; without a value, all may have. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
}

const settleMilliseconds = 150;

/** The one answer to "what may assistants do with this document", shared by the completion guard, the status bar and the decorations. */
export function createJudgedDocuments(parts: Parts, findings: FindingsSource, policies: PolicyChanges, ownId: string): JudgedDocuments {
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const outcomes = createSettledOutcomes();
  const typing = createPauses((uri) => {
    if (outcomes.isNews(uri.toString(), toOutcome(judge(uri)))) changed.fire(uri);
  });
  const state: { assistants: readonly InstalledAssistant[] } = { assistants: everybody(ownId) };
  const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
  const memo = createMemo<Judgement>();
  const policiesOfOpen = () => new Map([...open].filter(([, { uri }]) => isJudged(uri)).map(([key]) => [key, parts.policies.current(parts.identify(key)).policy] as const));
  const passing = createPassingTime(parts, policiesOfOpen, () => changed.fire(undefined));
  const lookAgain = () => {
    passing.arm();
    changed.fire(undefined);
  };
  const subscriptions = vscode.Disposable.from(
    changed, passing, typing,
    findings.onDidChange((uri) => changed.fire(uri)),
    // Only the head can change a label; the rest of the text is the server's to judge.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (isJudged(document.uri) && contentChanges.some(({ rangeOffset }) => rangeOffset < markerWindow)) typing.later(document.uri);
    }),
    policies.event(lookAgain),
    vscode.workspace.onDidOpenTextDocument((document) => {
      open.set(document.uri.toString(), document);
      passing.arm();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      const key = uri.toString();
      open.delete(key);
      outcomes.drop(key);
      memo.drop(key);
    }),
    vscode.extensions.onDidChange(() => {
      state.assistants = everybody(ownId);
      changed.fire(undefined);
    }),
  );
  const toAsked = (uri: vscode.Uri, head?: string): Asked => ({ path: parts.identify(uri.toString()), document: open.get(uri.toString()), head, findings: findings.get(uri), undecided: findings.undecided(uri) });
  const judge = (uri: vscode.Uri, head?: string) => {
    if (!isJudged(uri)) return undefined;
    const asked = toAsked(uri, head);
    if (asked.document === undefined) return judgeFor(parts, state.assistants, asked);
    // All open documents are judged at many events.
    return memo.recall(uri.toString(), [...whatDecides(parts, asked), state.assistants], () => judgeFor(parts, state.assistants, asked));
  };
  return {
    judge: (uri, head) => {
      const judgement = judge(uri, head);
      outcomes.told(uri.toString(), toOutcome(judgement));
      return judgement;
    },
    record: (uri, held) => {
      const destination = judge(uri)?.stopped[0];
      if (destination !== undefined) parts.gate.decide(toRequest(toAsked(uri), destination, held ? completionEffects : ["allow"]));
    },
    lookAgain,
    allGroups: () => state.assistants.flatMap(({ completionGroups }) => completionGroups),
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

/** Judging anew what was typed in costs a tenth of a millisecond; telling everybody, who look at all that is open, many: so only when typing pauses. */
function createPauses(paused: (uri: vscode.Uri) => void) {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    later: (uri: vscode.Uri) => {
      const key = uri.toString();
      clearTimeout(timers.get(key));
      timers.set(key, setTimeout(() => {
        timers.delete(key);
        paused(uri);
      }, settleMilliseconds));
    },
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** What anybody does differently for. */
const toOutcome = (judgement: Judgement | undefined) => judgement === undefined ? "" : JSON.stringify([judgement.label, judgement.decision.enforced, judgement.decision.reasons, judgement.stopped.map(({ assistant }) => assistant)]);

/** The status bar is where a completion is warned about. */
export const completionEffects = ["allow", "warn", "block"] as const satisfies readonly Effect[];

function everybody(ownId: string): readonly InstalledAssistant[] {
  const seen = installedAssistants(ownId);
  return [...seen, toUnseen(seen)];
}

interface Asked {
  readonly path: PathIdentity | undefined;
  /** When it is open. */
  readonly document: vscode.TextDocument | undefined;
  /** Of a document that is not open; an open one speaks for itself. */
  readonly head: string | undefined;
  readonly findings: readonly Finding[] | undefined;
  readonly undecided: string | undefined;
}

/** What a decision depends on, all of it; grants and exceptions end with the time. */
function whatDecides(parts: Parts, { document, path, findings, undecided }: Asked): readonly unknown[] {
  const grants = parts.grants.active().map(({ id }) => id).join();
  return [document, document?.version, path, parts.policies.current(path), findings, undecided, grants, Math.floor(parts.now() / 1000)];
}

function toRequest({ path, document, head, findings, undecided }: Asked, { assistant, kind }: Destination, able: readonly Effect[]): Request {
  const text = document?.getText(new vscode.Range(document.positionAt(0), document.positionAt(markerWindow))) ?? head;
  return {
    channel: "completion", destination: { assistant, kind }, able, findings: findings ?? [],
    ...(undecided === undefined ? {} : { undecided }), ...(path === undefined ? {} : { path }), ...(text === undefined ? {} : { text }),
  };
}

function judgeFor(parts: Parts, assistants: readonly InstalledAssistant[], asked: Asked): Judgement {
  const answers = byDestination(assistants).map(([representative, group]) => ({ group, decision: parts.gate.preview(toRequest(asked, representative, completionEffects)) }));
  const stopped = answers.filter(({ decision }) => decision.enforced === "block");
  const strictest = stopped[0] ?? answers.find(({ decision }) => decision.effect !== "allow") ?? answers[0];
  if (strictest === undefined) throw new Error("no destination was judged");
  return {
    label: strictest.decision.label, decision: strictest.decision,
    stopped: stopped.flatMap(({ group }) => group),
    permitted: stopped.length === 0 && answers.some(({ decision }) => decision.grant !== undefined),
    allowed: answers.filter(({ decision }) => decision.enforced !== "block").flatMap(({ group }) => group),
  };
}

/** Unknown extensions are many and judged alike unless a rule names one; known assistants one by one. */
function byDestination(assistants: readonly InstalledAssistant[]): readonly (readonly [InstalledAssistant, readonly InstalledAssistant[]])[] {
  const groups = Map.groupBy(assistants, ({ assistant }) => assistant);
  return [...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [[group[0], group] as const]));
}
