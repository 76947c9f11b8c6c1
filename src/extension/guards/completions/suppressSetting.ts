import * as vscode from "vscode";
import { editList, suppressKey } from "../../../core/settingsRecord.ts";
import type { Leases } from "../../../node/leases.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";
import { toWriteFailure } from "./writeFailure.ts";

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

// A settings.json that was mended, ids that somebody took out, a neighbour that died: looked at this often.
const recheckMilliseconds = 5000;
// After the guard's first look at what is open.
const repairMilliseconds = 100;
const renewMilliseconds = 30_000;

/** The second lever: a comma list in the user's settings. It takes 0.1 to 0.4 s to write and is never the only lever (docs/coverage.md). */
export function createSuppressSetting(parts: Parts): SuppressSetting {
  const changed = new vscode.EventEmitter<void>();
  const state: { wanted: readonly string[]; writing: boolean; failure?: string } = { wanted: [], writing: false };
  const attempt = async () => {
    if (state.writing) return;
    state.writing = true;
    for (let written: readonly string[] | undefined; written !== state.wanted;) {
      written = state.wanted;
      await parts.records.free();
      const failure = await write(parts, written).then(() => undefined, (error: unknown) => toWriteFailure(error, parts.records.read().settingsFile));
      if (failure !== undefined && failure !== state.failure) parts.output.error(`completions: the suppress setting could not be written: ${failure}`);
      if (failure === undefined) delete state.failure;
      else state.failure = failure;
    }
    state.writing = false;
    changed.fire();
  };
  const timers = [
    setInterval(() => {
      if (state.failure !== undefined || isPending(parts, state.wanted)) void attempt();
    }, recheckMilliseconds),
    setInterval(() => {
      if (state.wanted.length > 0) parts.leases.renew();
    }, renewMilliseconds),
  ];
  // What an editor that was killed left behind is taken out now, unless a document here needs it at once.
  const repair = setTimeout(() => void attempt(), repairMilliseconds);
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
      clearTimeout(repair);
      for (const timer of timers) clearInterval(timer);
      changed.dispose();
    },
  };
}

const readOwn = () => vscode.workspace.getConfiguration(section).inspect<string>(key)?.globalValue;

/** Ids are missing that this window needs, or there that no window needs. */
function isPending({ records, leases }: Parts, wanted: readonly string[]): boolean {
  const present = (readOwn() ?? "").split(",");
  if (wanted.length > 0) return wanted.some((group) => !present.includes(group));
  return records.read().suppress.some((group) => present.includes(group)) && !leases.heldByOthers();
}

/** Adds what is wanted and takes out what we added before and nobody needs any more. Rejects when VS Code refuses. */
async function write({ records, leases }: Parts, wanted: readonly string[]): Promise<void> {
  if (wanted.length > 0) leases.take();
  else leases.release();
  const { suppress: added } = records.read();
  const surplus = added.length === 0 || leases.heldByOthers() ? [] : added.filter((group) => !wanted.includes(group));
  const current = readOwn();
  const own = (current ?? "").split(",");
  const missing = wanted.filter((group) => !own.includes(group));
  if (missing.length > 0) records.update((record) => ({ ...record, suppress: [...new Set([...record.suppress, ...missing])] }));
  const next = editList(current, wanted, surplus);
  if (next !== current) await vscode.workspace.getConfiguration(section).update(key, next, vscode.ConfigurationTarget.Global);
  if (surplus.length > 0) records.update((record) => ({ ...record, suppress: record.suppress.filter((group) => !surplus.includes(group)) }));
}
