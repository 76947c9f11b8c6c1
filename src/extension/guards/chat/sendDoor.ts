import * as vscode from "vscode";
import { redact } from "../../../core/redact.ts";
import { afterStart } from "../../afterStart.ts";
import type { Parts } from "../../parts.ts";
import type { Pages } from "../../views/pages.ts";
import type { CoreCommands } from "../coreCommands.ts";
import type { Notices } from "../notices.ts";
import { allowOnce, grantsFor } from "../allowOnce.ts";
import { isStopped, strictestOf } from "../judged.ts";
import { isPrompt, openPrompts } from "../prompts.ts";
import { toPromptPage } from "./promptPage.ts";
import type { ImplicitContext } from "./implicitContext.ts";
import { searchMilliseconds } from "./mentionedFiles.ts";
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
// Longer than the search itself: then it has answered or given up, and what is not known stays stopped.
const longPatienceMilliseconds = searchMilliseconds + 500;
const settleMilliseconds = 150;
// Only right after a classified file was shown: a setting is being written then.
const settingMilliseconds = 2000;

/** `answers` are those for the text and for all it names, `judged` is the strictest of them. */
interface PromptInDocument { readonly document: vscode.TextDocument; readonly judged: JudgedPrompt; readonly answers: readonly JudgedPrompt[] }

/**
 * Judges prompts while they are typed and once more when they are sent. Keys lead through our command (package.json), in
 * the same order as the changes of the text, so no key outruns the judgement. The editor's own submit commands are
 * overridden only while a prompt is not allowed: the send button cannot carry its arguments to us and would be dead.
 */
export function createSendDoor(door: DoorParts): vscode.Disposable & { readonly attempt: (id: string, args?: readonly unknown[]) => Promise<unknown> } {
  const state: { timer?: NodeJS.Timeout; waiting: boolean; lifted: readonly JudgedPrompt[] } = { waiting: false, lifted: [] };
  const update = (how: "judge" | "glance" = "judge") => {
    const prompt = strictestPrompt(door.prompts, how);
    // The button of an allowed prompt does not come by here: the permission is used up when the prompt has gone.
    if (prompt === undefined) useUp(door, state.lifted);
    state.lifted = prompt?.answers.filter(({ decision }) => decision.grant !== undefined) ?? [];
    const stopped = prompt !== undefined && isStopped(prompt.judged) ? prompt.judged : door.implicit.carried();
    door.core.override(stopped !== undefined);
    door.status.show(prompt === undefined ? undefined : stopped);
  };
  const lookLater = () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => void lookUpAll(door.prompts, longPatienceMilliseconds).then(() => update()), settleMilliseconds);
  };
  /** What the prompt names is known, or nobody will say; false: another press of the key waits for that already. */
  const lookNow = async () => {
    if (await lookUpAll(door.prompts, patienceMilliseconds)) return true;
    if (state.waiting) return false;
    state.waiting = true;
    update();
    await lookUpAll(door.prompts, longPatienceMilliseconds);
    state.waiting = false;
    update();
    return true;
  };
  const attempt = async (id: string, args: readonly unknown[] = []) => {
    if (!(await lookNow())) return undefined;
    const carried = await door.implicit.settle(settingMilliseconds);
    const strictest = strictestPrompt(door.prompts, "judge");
    const judged = strictest !== undefined && isStopped(strictest.judged) ? strictest.judged : carried ?? strictest?.judged;
    if (judged === undefined) return door.core.runOriginal(id, args);
    door.parts.gate.decide(judged.request);
    if (isStopped(judged)) return refuse(door, judged, strictest, update);
    state.lifted = [];
    useUp(door, strictest?.answers.filter((answer) => answer !== judged && answer.decision.grant !== undefined) ?? []);
    if (judged.decision.enforced === "warn") door.notices.passed("The prompt was sent: look at it", judged.decision);
    return door.core.runOriginal(id, args);
  };
  const subscriptions = vscode.Disposable.from(
    afterStart(() => update()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!isPrompt(document)) return;
      update("glance");
      lookLater();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => (isPrompt(document) ? update() : undefined)),
    door.implicit.onDidChange(() => update()),
    door.changed(() => (openPrompts().length > 0 ? update() : undefined)),
    vscode.commands.registerCommand("gatelodge.sendPrompt", (id: unknown) => (isSubmitCommand(id) ? attempt(id) : undefined)),
    vscode.commands.registerCommand("gatelodge.explainPrompt", () => door.pages.show("prompt", toPromptPage(strictestPrompt(door.prompts, "judge")?.judged))),
    vscode.commands.registerCommand("gatelodge.allowPrompt", () => lookAndAllow(door, update)),
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
function strictestPrompt(prompts: PromptJudge, how: "judge" | "glance"): PromptInDocument | undefined {
  const all = openPrompts().map((document) => {
    const answers = prompts[how](document.getText());
    return { document, answers, judged: strictestOf(answers) };
  });
  if (all.length === 0) return undefined;
  const strictest = strictestOf(all.map(({ judged }) => judged));
  return all.find(({ judged }) => judged === strictest);
}

async function lookUpAll(prompts: PromptJudge, patience: number): Promise<boolean> {
  const known = await Promise.all(openPrompts().map((document) => prompts.lookUp(document.getText(), patience)));
  return known.every(Boolean);
}

/** Deciding records that a permission was used, and ends one that was for one time. */
function useUp({ parts }: DoorParts, lifted: readonly JudgedPrompt[]): void {
  for (const { request } of lifted) parts.gate.decide(request);
}

/** `redact` takes the findings out and lets the person look before they send again; `block` keeps the prompt. */
async function refuse(door: DoorParts, judged: JudgedPrompt, prompt: PromptInDocument | undefined, update: () => void): Promise<undefined> {
  const { parts, prompts, notices, pages } = door;
  const { decision } = judged;
  const document = prompt?.document;
  const explain = { Explain: () => pages.show("prompt", toPromptPage(judged)) };
  const once = prompt !== undefined && grantsFor(parts, prompt.answers.filter(isStopped)).length > 0 ? { "Allow Once…": () => allowPrompt(door, prompt, update) } : {};
  if (decision.enforced === "redact" && document !== undefined) {
    const done = await takeOut(prompts, document);
    notices.stopped(done ? "Not sent: the sensitive parts were taken out, look and send again" : "Not sent", decision, { ...once, ...explain });
    return undefined;
  }
  const redactable = document !== undefined && prompts.findings(document.getText()).length > 0 ? { Redact: () => takeOut(prompts, document) } : {};
  notices.stopped(judged.file === undefined ? "Not sent" : `Not sent: it ${toCause(judged)}`, decision, { ...redactable, ...once, ...explain });
  return undefined;
}

async function lookAndAllow(door: DoorParts, update: () => void): Promise<void> {
  await lookUpAll(door.prompts, longPatienceMilliseconds);
  return allowPrompt(door, strictestPrompt(door.prompts, "judge"), update);
}

/** The person then sends the prompt again. */
async function allowPrompt({ parts }: DoorParts, prompt: PromptInDocument | undefined, update: () => void): Promise<void> {
  const stopped = prompt?.answers.filter(isStopped) ?? [];
  if (stopped.length === 0) return void vscode.window.showInformationMessage("Gatelodge: nothing is stopped in the chat input.");
  if (await allowOnce(parts, "Send this prompt once, as it is?", stopped)) update();
}

async function takeOut(prompts: PromptJudge, document: vscode.TextDocument): Promise<boolean> {
  const text = document.getText();
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(0), document.positionAt(text.length)), redact(text, prompts.findings(text)).text);
  return vscode.workspace.applyEdit(edit);
}
