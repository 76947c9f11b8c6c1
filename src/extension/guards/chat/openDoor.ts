import type * as vscode from "vscode";
import { redact } from "../../../core/redact.ts";
import type { Parts } from "../../parts.ts";
import { createCoreCommands } from "../coreCommands.ts";
import type { Notices } from "../notices.ts";
import { isStopped, strictestOf, type ContextJudge } from "./contextJudge.ts";
import type { ImplicitContext } from "./implicitContext.ts";
import type { JudgedPrompt, PromptJudge } from "./promptJudge.ts";
import { urisIn } from "./urisIn.ts";

/** Opening the chat with a question sends it at once: any extension can do that by one of these (VS Code 1.139). */
const ids = ["workbench.action.chat.open", "workbench.action.chat.openask", "workbench.action.chat.openagent", "workbench.action.chat.openedit", "workbench.action.quickchat.toggle", "workbench.action.openQuickChat"];
const patienceMilliseconds = 300;
const settingMilliseconds = 2000;

interface DoorParts {
  readonly parts: Parts;
  readonly context: ContextJudge;
  readonly prompts: PromptJudge;
  readonly implicit: ImplicitContext;
  readonly notices: Notices;
  readonly existing: ReadonlySet<string>;
}

interface OpenOptions { readonly query?: unknown; readonly isPartialQuery?: unknown; readonly attachFiles?: unknown }

/** A question that is only filled in is judged when it is sent; one that would be sent is judged here. */
export function createOpenDoor({ parts, context, prompts, implicit, notices, existing }: DoorParts): vscode.Disposable {
  const open = async (id: string, args: readonly unknown[]) => {
    const options = toOptions(args[0]);
    const { query, isPartialQuery, attachFiles } = options;
    const text = typeof query === "string" && isPartialQuery !== true ? query : "";
    if (text === "" && attachFiles === undefined) return core.runOriginal(id, args);
    await prompts.lookUp(text, patienceMilliseconds);
    const carried = await implicit.settle(settingMilliseconds);
    const judged: JudgedPrompt = strictestOf([prompts.judge(text), ...urisIn(attachFiles).map((uri) => context.file(uri)), ...(carried === undefined ? [] : [carried])]);
    const decision = parts.gate.decide(judged.request);
    if (!isStopped(judged)) return core.runOriginal(id, args);
    const redacted = decision.enforced === "redact";
    notices.stopped(redacted ? "Not sent: the question stands in the chat without its sensitive parts" : "Not sent to the chat", decision);
    if (!redacted) return undefined;
    return core.runOriginal(id, [{ ...options, query: redact(text, decision.findings).text, isPartialQuery: true }, ...args.slice(1)]);
  };
  const core = createCoreCommands(ids.filter((id) => existing.has(id)), open, () => parts.troubles.report("commands", "the editor's own command for opening the chat cannot be overridden here: questions sent by code are not guarded"));
  core.override(true);
  return core;
}

function toOptions(value: unknown): OpenOptions {
  if (typeof value === "string") return { query: value };
  return typeof value === "object" && value !== null ? value : {};
}
