import * as vscode from "vscode";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";
import { policyFileName } from "../../../node/policyLayers.ts";
import type { Parts } from "../../parts.ts";
import type { PolicyChanges } from "../../policyChanges.ts";
import { associationGlobs } from "./associationGlobs.ts";
import { writeAssociations } from "./restrictedAssociations.ts";
import { toWriteFailure } from "./writeFailure.ts";

export interface PolicyAssociations extends vscode.Disposable {
  /** Why the last write failed, if it did. */
  readonly failure: () => string | undefined;
}

// Looking for policies below the folders waits until the editor has started.
const scanDelay = 3000;
const maxNested = 200;

/** Keeps the user's `files.associations` in line with the policies of this window: at start, when a policy file changes, and when a file brings a new one. */
export function createPolicyAssociations(parts: Parts, records: ReturnType<typeof createSettingsRecords>, policyChanges: PolicyChanges): PolicyAssociations {
  const state: { writing: Promise<void>; failure?: string; nested: readonly vscode.Uri[] } = { writing: Promise.resolve(), nested: [] };
  const seen = new Set<string>();
  const adjust = async () => {
    await records.free();
    const failure = await writeAssociations(records, collectGlobs(parts, records, state.nested)).then(() => undefined, (error: unknown) => toWriteFailure(error, records.read().settingsFile));
    if (failure === undefined) delete state.failure;
    else state.failure = failure;
    if (failure !== undefined) parts.output.error(`completions: file associations could not be written: ${failure}`);
  };
  // One after the other: each begins with what the one before has written.
  const later = () => void (state.writing = state.writing.then(adjust).catch(() => parts.output.error("completions: a policy could not be read for its associations")));
  const scan = () => void vscode.workspace.findFiles(`**/${policyFileName}`, "**/node_modules/**", maxNested).then((found) => {
    state.nested = found;
    later();
  }, later);
  const scanning = setTimeout(scan, scanDelay);
  const meet = (document: vscode.TextDocument) => {
    if (document.uri.scheme !== "file") return;
    const { hash } = parts.policies.current(parts.identify(document.uri.toString())).policy;
    if (seen.has(hash)) return;
    seen.add(hash);
    later();
  };
  const subscriptions = vscode.Disposable.from(policyChanges.event(scan), vscode.workspace.onDidChangeWorkspaceFolders(scan), onSettingsChange(later), vscode.workspace.onDidOpenTextDocument(meet));
  later();
  return { failure: () => state.failure, dispose: () => {
    clearTimeout(scanning);
    subscriptions.dispose();
  } };
}

/** Another window writes the whole object, made of what it read a moment before: ours may be gone with it. */
const onSettingsChange = (look: () => void) => vscode.workspace.onDidChangeConfiguration((event) => {
  if (event.affectsConfiguration("files.associations")) look();
});

/** The globs of every policy this window has to do with (of its folders, of what is below them, and of its open files), and those of other windows' folders. */
function collectGlobs(parts: Parts, records: ReturnType<typeof createSettingsRecords>, nested: readonly vscode.Uri[]): readonly string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => parts.identify(uri.toString())).filter((folder) => folder !== undefined);
  const roots = folders.map(({ absolute }) => absolute);
  const fromFolders = folders.map(({ absolute, repository }) => parts.policies.current({ folder: absolute, ...(repository === undefined ? {} : { repository }) }).policy);
  const files = [...nested, ...vscode.workspace.textDocuments.map(({ uri }) => uri)].filter(({ scheme }) => scheme === "file");
  const fromFiles = files.map((uri) => parts.policies.current(parts.identify(uri.toString())).policy);
  const globs = [...fromFolders, ...fromFiles].flatMap((policy) => associationGlobs(policy));
  // What holds anywhere is in every window's policies; of the rest, other windows' folders are theirs to judge.
  const elsewhere = records.read().associations.filter((glob) => !glob.startsWith("**/") && !roots.some((root) => glob.startsWith(`${root}/`)));
  return [...new Set([...globs, ...elsewhere])];
}
