import * as vscode from "vscode";
import type { Parts } from "../../parts.ts";
import { createCoreCommands } from "../coreCommands.ts";
import type { Notices } from "../notices.ts";
import type { FilesInFront } from "./filesInFront.ts";

/** Commands of the editor itself that hand the file in front to an assistant (VS Code 1.139). Other extensions' own are theirs. */
const refusals: Readonly<Record<string, string>> = {
  "inlineChat.askInChat": "This file cannot be asked about",
  "inlineChat.fixDiagnostics": "AI fixes are off in this file",
  "chat.internal.explain": "AI explanations are off in this file",
  "chat.internal.fix": "AI fixes are off in this file",
  "chat.internal.review": "AI reviews are off in this file",
  "workbench.action.chat.attachSelection": "Not attached",
  "notebook.cellOutput.addToChat": "Not attached",
};

/** While a file above the ceiling is active its AI commands are refused; in any other file nothing of ours is in the way. */
export function createEditorDoor(parts: Parts, front: FilesInFront, notices: Notices, existing: ReadonlySet<string>): vscode.Disposable {
  const refuse = (id: string, args: readonly unknown[]) => {
    const judged = front.active();
    if (judged === undefined) return core.runOriginal(id, args);
    notices.stopped(refusals[id] ?? "Not handed over", parts.gate.decide(judged.request));
    return undefined;
  };
  const core = createCoreCommands({ commands: vscode.commands, ids: Object.keys(refusals).filter((id) => existing.has(id)), handle: refuse, failed: () => parts.troubles.report("commands", "the editor's own AI commands cannot be overridden here: inline chat and AI fixes are not guarded") });
  const update = () => core.override(front.active() !== undefined);
  update();
  return vscode.Disposable.from(core, front.onDidChange(update));
}
