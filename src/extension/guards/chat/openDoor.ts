import * as vscode from "vscode";
import { redact } from "../../../core/redact.ts";
import type { Parts } from "../../parts.ts";
import { createCoreCommands } from "../coreCommands.ts";
import { isStopped, strictestOf, type Judged } from "../judged.ts";
import type { Notices } from "../notices.ts";
import type { ContextJudge } from "./contextJudge.ts";
import { readFileHeads } from "./fileHead.ts";
import type { FilesInFront } from "./filesInFront.ts";
import type { ImplicitContext } from "./implicitContext.ts";
import { searchMilliseconds } from "./mentionedFiles.ts";
import { isInline, toQuestion } from "./question.ts";
import type { PromptJudge } from "./promptJudge.ts";
import { urisIn } from "./urisIn.ts";

/** Opening the chat with a question sends it at once: any extension can do that by one of these (VS Code 1.139). */
const ids = ["workbench.action.chat.open", "workbench.action.chat.openask", "workbench.action.chat.openagent", "workbench.action.chat.openedit", "workbench.action.chat.newChat", "workbench.action.chat.newEditSession", "workbench.action.quickchat.toggle", "workbench.action.openQuickChat", "inlineChat.start"];
const settingMilliseconds = 2000;

interface DoorParts {
  readonly parts: Parts;
  readonly context: ContextJudge;
  readonly front: FilesInFront;
  readonly prompts: PromptJudge;
  readonly implicit: ImplicitContext;
  readonly notices: Notices;
  readonly existing: ReadonlySet<string>;
}

/** A question that is only filled in is judged when it is sent; one that would be sent is judged here. */
export function createOpenDoor(door: DoorParts): vscode.Disposable {
  const { parts, prompts, front, notices, existing } = door;
  const open = async (id: string, args: readonly unknown[]) => {
    const inFront = isInline(id) ? front.active() : undefined;
    if (inFront !== undefined) {
      notices.stopped("Inline chat is off in this file", parts.gate.decide(inFront.request));
      return undefined;
    }
    const { text, before, attached, pictured, draftOf } = toQuestion(args[0]);
    if (text === "" && before.length === 0 && attached.length === 0 && !pictured) return core.runOriginal(id, args);
    await prompts.lookUp([text, ...before].join("\n"), searchMilliseconds);
    const asked = text === "" ? [] : prompts.judge(text);
    const others = [...(await judgeOthers(door, before, attached)), ...(pictured ? [front.shown() ?? []].flat() : [])];
    const all = [...asked, ...others];
    // A picture of a window that shows nothing classified.
    if (all.length === 0) return core.runOriginal(id, args);
    const judged = strictestOf(all);
    const decision = parts.gate.decide(judged.request);
    if (!isStopped(judged)) return core.runOriginal(id, args);
    // Only the question itself can be shown without its sensitive parts; what came before it, or with it, cannot.
    const redacted = decision.enforced === "redact" && !others.some(isStopped);
    notices.stopped(redacted ? "Not sent: the question stands in the chat without its sensitive parts" : "Not sent to the chat", decision);
    return redacted ? core.runOriginal(id, [draftOf(redact(text, decision.findings).text), ...args.slice(1)]) : undefined;
  };
  const core = createCoreCommands({
    commands: vscode.commands, ids: ids.filter((id) => existing.has(id)), handle: open,
    failed: () => parts.troubles.report("commands", "the editor's own command for opening the chat cannot be overridden here: questions sent by code are not guarded"),
  });
  core.override(true);
  return core;
}

/** What would travel with a question: a made-up conversation before it, files, and the file in front. */
async function judgeOthers({ context, prompts, implicit }: DoorParts, before: readonly string[], attached: unknown): Promise<readonly Judged[]> {
  const carried = await implicit.settle(settingMilliseconds);
  const files = await readFileHeads(urisIn(attached));
  return [...before.flatMap((text) => prompts.judge(text)), ...files.map(context.head), ...(carried === undefined ? [] : [carried])];
}
