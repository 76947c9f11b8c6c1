import * as vscode from "vscode";
import { redact } from "../../../core/redact.ts";
import { afterStart } from "../../afterStart.ts";
import type { Parts } from "../../parts.ts";
import type { Pages } from "../../views/pages.ts";
import type { CoreCommands } from "../coreCommands.ts";
import type { Notices } from "../notices.ts";
import { isPrompt, openPrompts } from "../prompts.ts";
import { isStopped, strictestOf } from "./contextJudge.ts";
import { toPromptPage } from "./promptPage.ts";
import type { ImplicitContext } from "./implicitContext.ts";
import type { JudgedPrompt, PromptJudge } from "./promptJudge.ts";
import { toCause, type PromptStatus } from "./promptStatus.ts";
import { isSubmitCommand } from "./submitCommands.ts";

interface DoorParts {
  readonly parts: Parts;
  readonly prompts: PromptJudge;
  readonly implicit: ImplicitContext;
  readonly core: CoreCommands;
  readonly notices: Notices;
  readonly status: PromptStatus;
  readonly pages: Pages;
  /** A policy, a file or its findings changed: what was allowed may not be any more. */
  readonly changed: vscode.Event<unknown>;
}

// Longer than a search in a large repository usually takes, shorter than a person notices.
const patienceMilliseconds = 300;
const settleMilliseconds = 150;
// Only right after a classified file was shown: a setting is being written then.
const settingMilliseconds = 2000;

interface PromptInDocument { readonly document: vscode.TextDocument; readonly judged: JudgedPrompt }

/**
 * Judges prompts while they are typed and once more when they are sent. Keys lead through our command (package.json), in
 * the same order as the changes of the text, so no key outruns the judgement. The editor's own submit commands are
 * overridden only while a prompt is not allowed: the send button cannot carry its arguments to us and would be dead.
 */
export function createSendDoor(door: DoorParts): vscode.Disposable & { readonly attempt: (id: string, args?: readonly unknown[]) => Promise<unknown> } {
  const state: { timer?: NodeJS.Timeout } = {};
  const update = () => {
    const judged = strictestPrompt(door.prompts)?.judged;
    const stopped = judged !== undefined && isStopped(judged) ? judged : door.implicit.carried();
    door.core.override(stopped !== undefined);
    door.status.show(judged === undefined ? undefined : stopped);
  };
  const lookLater = () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => void lookUpAll(door.prompts, 2000).then(update), settleMilliseconds);
  };
  const attempt = async (id: string, args: readonly unknown[] = []) => {
    await lookUpAll(door.prompts, patienceMilliseconds);
    const carried = await door.implicit.settle(settingMilliseconds);
    const strictest = strictestPrompt(door.prompts);
    const judged = strictest !== undefined && isStopped(strictest.judged) ? strictest.judged : carried ?? strictest?.judged;
    if (judged === undefined) return door.core.runOriginal(id, args);
    door.parts.gate.decide(judged.request);
    if (isStopped(judged)) return refuse(door, judged, strictest?.document);
    if (judged.decision.enforced === "warn") door.notices.passed("The prompt was sent: look at it", judged.decision);
    return door.core.runOriginal(id, args);
  };
  const subscriptions = vscode.Disposable.from(
    afterStart(update),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!isPrompt(document)) return;
      update();
      lookLater();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => (isPrompt(document) ? update() : undefined)),
    door.implicit.onDidChange(update),
    door.changed(() => (openPrompts().length > 0 ? update() : undefined)),
    vscode.commands.registerCommand("gatelodge.sendPrompt", (id: unknown) => (isSubmitCommand(id) ? attempt(id) : undefined)),
    vscode.commands.registerCommand("gatelodge.explainPrompt", () => door.pages.show("prompt", toPromptPage(strictestPrompt(door.prompts)?.judged))),
  );
  return {
    attempt,
    dispose: () => {
      clearTimeout(state.timer);
      subscriptions.dispose();
    },
  };
}

/** Any draft may be the one that is sent, so the strictest speaks for all. */
function strictestPrompt(prompts: PromptJudge): PromptInDocument | undefined {
  const all = openPrompts().map((document) => ({ document, judged: prompts.judge(document.getText()) }));
  if (all.length === 0) return undefined;
  const strictest = strictestOf(all.map(({ judged }) => judged));
  return all.find(({ judged }) => judged === strictest);
}

async function lookUpAll(prompts: PromptJudge, patience: number): Promise<void> {
  await Promise.all(openPrompts().map((document) => prompts.lookUp(document.getText(), patience)));
}

/** `redact` takes the findings out and lets the person look before they send again; `block` keeps the prompt. */
async function refuse({ prompts, notices, pages }: DoorParts, judged: JudgedPrompt, document: vscode.TextDocument | undefined): Promise<undefined> {
  const { decision } = judged;
  const explain = { Explain: () => pages.show("prompt", toPromptPage(judged)) };
  if (decision.enforced === "redact" && document !== undefined) {
    const done = await takeOut(prompts, document);
    notices.stopped(done ? "Not sent: the sensitive parts were taken out, look and send again" : "Not sent", decision, explain);
    return undefined;
  }
  const redactable = document !== undefined && prompts.findings(document.getText()).length > 0;
  notices.stopped(judged.file === undefined ? "Not sent" : `Not sent: it ${toCause(judged)}`, decision, redactable ? { Redact: () => takeOut(prompts, document), ...explain } : explain);
  return undefined;
}

async function takeOut(prompts: PromptJudge, document: vscode.TextDocument): Promise<boolean> {
  const text = document.getText();
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(0), document.positionAt(text.length)), redact(text, prompts.findings(text)).text);
  return vscode.workspace.applyEdit(edit);
}
