import * as vscode from "vscode";
import { doors, type Door } from "../../core/coverage.ts";
import { suppressKey } from "../../core/settingsRecord.ts";
import type { CompletionsGuard } from "../guards/completions/completionsGuard.ts";
import { isSetByRepository } from "../guards/completions/killSwitch.ts";
import { installedAssistants } from "../installedAssistants.ts";
import type { LanguageServer } from "../languageClient.ts";
import type { Parts } from "../parts.ts";
import type { WindowState } from "./coveragePage.ts";
import { pasteTroubles } from "./pasteTroubles.ts";

// The version that the editor tests run: levers that VS Code does not document hold for it.
const testedWith = "1.139";

interface Looked {
  readonly parts: Parts;
  readonly completions: CompletionsGuard;
  readonly server: Pick<LanguageServer, "state">;
  readonly ownId: string;
}

/** Looks at this window: what of the guards holds, and what is switched off by whom. Reads settings, no files. */
export function collectCoverage({ parts, completions, server, ownId }: Looked): WindowState {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const absolute = folder === undefined ? undefined : parts.identify(folder.uri.toString())?.absolute;
  const { policy } = parts.policies.current(absolute === undefined ? undefined : { folder: absolute });
  const seen: Partial<Record<Door, readonly string[]>> = { completions: completionTroubles(completions), clipboard: pasteTroubles((key) => vscode.workspace.getConfiguration().inspect(key)) };
  return {
    mode: policy.mode, policy: policy.hash, serverState: server.state(),
    assistants: [...new Set(installedAssistants(ownId).map(({ name }) => name))],
    troubles: new Map(doors.map((door) => [door, [...(seen[door] ?? []), ...parts.troubles.of(door)]])),
    undecided: parts.gate.undecided(), lost: parts.ledger.lost(), testedWith, editorVersion: vscode.version,
  };
}

/** Settings that defeat the completion guard, set by a repository or by the user, and what the guard itself reports of open files. */
function completionTroubles(completions: CompletionsGuard): readonly string[] {
  const states = vscode.workspace.textDocuments.map((document) => completions.stateOf(document));
  const failures = states.flatMap(({ state, reason }) => (state === "failed" ? [`an open file is not protected: ${reason ?? "unknown"}`] : []));
  return [...new Set([
    ...(isSetByRepository() ? [`this repository sets ${suppressKey}, which replaces the guard's own value`] : []),
    ...(repositoryAssociations() ? ["this repository maps names of secret files to a language of its own (files.associations)"] : []),
    ...failures,
  ])];
}

/** true: a workspace value maps a glob that ships with our language to another one. */
function repositoryAssociations(): boolean {
  const inspected = vscode.workspace.getConfiguration("files").inspect<Record<string, string>>("associations");
  const shipped = inspected?.defaultValue ?? {};
  const theirs = Object.entries({ ...inspected?.workspaceValue, ...inspected?.workspaceFolderValue });
  return theirs.some(([glob, language]) => shipped[glob] !== undefined && shipped[glob] !== language);
}
