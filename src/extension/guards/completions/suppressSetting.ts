import * as vscode from "vscode";
import { editList, ownLanguage, suppressKey } from "../../../core/settingsRecord.ts";
import type { Leases } from "../../../node/leases.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";

const section = "editor";
const key = suppressKey.slice(section.length + 1);

export interface SuppressSetting extends vscode.Disposable {
  /** Asks that these provider groups be silent in the window; the empty list gives back. Writes happen one after the other, the last wish wins. */
  readonly want: (groups: readonly string[]) => void;
  /** The setting as VS Code sees it for a document names all wanted groups. A workspace value can defeat it: then this is false. */
  readonly isInForce: (scope: vscode.ConfigurationScope, groups: readonly string[]) => boolean;
  /** Why the last write failed, if it did: settings.json is broken or read-only, or VS Code has no such setting. */
  readonly failure: () => string | undefined;
  readonly onDidChange: vscode.Event<void>;
}

interface Parts {
  readonly records: ReturnType<typeof createSettingsRecords>;
  readonly leases: Leases;
  readonly output: vscode.LogOutputChannel;
}

const renewMilliseconds = 30_000;

/** The second lever: a comma list in the user's settings. It takes 0.1 to 0.4 s to write and is never the only lever (docs/coverage.md). */
export function createSuppressSetting({ records, leases, output }: Parts): SuppressSetting {
  const changed = new vscode.EventEmitter<void>();
  const state: { wanted: readonly string[]; writing: boolean; failure?: string } = { wanted: [], writing: false };
  const attempt = async () => {
    if (state.writing) return;
    state.writing = true;
    for (let written: readonly string[] | undefined; written !== state.wanted;) {
      written = state.wanted;
      const failure = await write(records, leases, written).then(() => undefined, toReason);
      if (failure !== undefined) output.error(`completions: the suppress setting could not be written: ${failure}`);
      if (failure === undefined) delete state.failure;
      else state.failure = failure;
    }
    state.writing = false;
    changed.fire();
  };
  const renewal = setInterval(() => {
    if (state.wanted.length > 0) leases.renew();
  }, renewMilliseconds);
  return {
    want: (groups) => {
      if (groups.join() === state.wanted.join()) return;
      state.wanted = groups;
      void attempt();
    },
    isInForce: (scope, groups) => {
      const value = vscode.workspace.getConfiguration(section, scope).get<string>(key) ?? "";
      const silent = value.split(",");
      return groups.every((group) => silent.includes(group));
    },
    failure: () => state.failure,
    onDidChange: changed.event,
    dispose: () => {
      clearInterval(renewal);
      changed.dispose();
    },
  };
}

/** Adds what is wanted and takes out what we added before and nobody needs any more. Rejects when VS Code refuses. */
async function write(records: Parts["records"], leases: Leases, wanted: readonly string[]): Promise<void> {
  if (wanted.length > 0) leases.take();
  else leases.release();
  const { suppress: added } = records.read();
  const surplus = leases.heldByOthers() ? [] : added.filter((group) => !wanted.includes(group));
  const configuration = vscode.workspace.getConfiguration(section);
  const current = configuration.inspect<string>(key)?.globalValue;
  const own = (current ?? "").split(",");
  const missing = wanted.filter((group) => !own.includes(group));
  if (missing.length > 0) records.update((record) => ({ ...record, suppress: [...new Set([...record.suppress, ...missing])] }));
  const next = editList(current, wanted, surplus);
  if (next !== current) await configuration.update(key, next, vscode.ConfigurationTarget.Global);
  if (surplus.length > 0) records.update((record) => ({ ...record, suppress: record.suppress.filter((group) => !surplus.includes(group)) }));
}

/** Makes every group silent in our own language for good, explicit triggers included: it concerns no other file. */
export async function suppressInOwnLanguage(records: Parts["records"], groups: readonly string[]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section, { languageId: ownLanguage });
  const inspected = configuration.inspect<string>(key);
  const shipped = inspected?.defaultLanguageValue ?? inspected?.defaultValue;
  const current = inspected?.globalLanguageValue;
  const next = editList(current ?? shipped, groups, []);
  const known = (current ?? shipped ?? "").split(",");
  if (groups.every((group) => known.includes(group))) return;
  records.update((record) => ({ ...record, suppressOwnLanguage: (next ?? "").split(",") }));
  await configuration.update(key, next, vscode.ConfigurationTarget.Global, true);
}

function toReason(error: unknown): string {
  // VS Code's message names the settings file, no content.
  return error instanceof Error ? error.message.split("\n")[0] ?? "unknown" : "unknown";
}
