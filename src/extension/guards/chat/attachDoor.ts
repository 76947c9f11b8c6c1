import * as vscode from "vscode";
import type { Parts } from "../../parts.ts";
import { createCoreCommands } from "../coreCommands.ts";
import { isStopped, strictestOf, type Judged } from "../judged.ts";
import type { Notices } from "../notices.ts";
import type { ContextJudge } from "./contextJudge.ts";
import { readFileHeads } from "./fileHead.ts";
import { tabFiles } from "./filesInFront.ts";
import { urisIn } from "./urisIn.ts";

const attachFile = "workbench.action.chat.attachFile";
const attachFolder = "workbench.action.chat.attachFolder";
const attachPinned = "workbench.action.chat.attachPinnedEditors";
const ids = [attachFile, attachFolder, attachPinned, "workbench.action.chat.addToChatAction", "chat.inlineResourceAnchor.addFileToChat"];
const maxInFolder = 1000;

/**
 * Attaching by command is judged by the addresses that come with it; what passes goes on with its arguments unchanged.
 * What the list of search results passes along cannot be given to any extension: from there nothing is attached at all.
 * Dragging a file into the chat and picking one from its lists are no commands that an extension can stand before.
 */
export function createAttachDoor(parts: Parts, context: ContextJudge, notices: Notices, existing: ReadonlySet<string>): vscode.Disposable {
  const attach = async (id: string, args: readonly unknown[]) => {
    const stopped = await firstStopped(context, id, args);
    if (stopped === undefined) return core.runOriginal(id, args);
    notices.stopped("Not attached", parts.gate.decide(stopped.request));
    return undefined;
  };
  const core = createCoreCommands({
    commands: vscode.commands, ids: ids.filter((id) => existing.has(id)), handle: attach,
    failed: () => parts.troubles.report("commands", "the editor's own attach commands cannot be overridden here: files attached by command are not guarded"),
  });
  core.override(true);
  return core;
}

async function firstStopped(context: ContextJudge, id: string, args: readonly unknown[]): Promise<Judged | undefined> {
  const named = id === attachPinned ? allTabs() : urisIn(args);
  const uris = named.length === 0 ? tabFiles(vscode.window.tabGroups.activeTabGroup.activeTab?.input) : named;
  const folders = id === attachFolder ? await Promise.all(uris.map((uri) => vscode.workspace.findFiles(new vscode.RelativePattern(uri, "**/*"), null, maxInFolder + 1))) : [];
  const heads = await readFileHeads([...uris, ...folders.flatMap((files) => files.slice(0, maxInFolder))]);
  const unseen = folders.some(({ length }) => length > maxInFolder) ? [context.unseen(`the folder holds more than the ${maxInFolder} files that are looked at`)] : [];
  const answers = [...heads.map(context.head), ...unseen].filter(isStopped);
  return answers.length === 0 ? undefined : strictestOf(answers);
}

const allTabs = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => tabFiles(input)));
