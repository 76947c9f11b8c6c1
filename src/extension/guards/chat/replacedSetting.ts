import * as vscode from "vscode";
import { afterStart } from "../../afterStart.ts";
import { valueBefore } from "../../../core/settingsRecord.ts";
import type { Leases } from "../../../node/leases.ts";
import type { createSettingsRecords } from "../../../node/settingsRecords.ts";
import { writeReplaced } from "../../writeReplaced.ts";

interface Setting {
  readonly key: string;
  readonly ours: unknown;
  readonly records: ReturnType<typeof createSettingsRecords>;
  readonly leases: Leases;
  /** The setting could not be written or put back. */
  readonly failed: (error: unknown) => void;
}

export interface ReplacedSetting extends vscode.Disposable {
  /** Our value in the user's settings while any window wants it; what stood there before comes back with the last one. */
  readonly want: (wanted: boolean) => void;
}

const renewMilliseconds = 30_000;
// Somebody took our value out, or settings.json was mended: looked at this often.
const recheckMilliseconds = 5000;

/** Writes one after the other, the last wish wins; the first wish is never wanted, so that what a crash left is put back. */
export function createReplacedSetting(setting: Setting): ReplacedSetting {
  const state: { wanted: boolean; writing: boolean } = { wanted: false, writing: false };
  const attempt = async () => {
    if (state.writing) return;
    state.writing = true;
    for (let written: boolean | undefined; written !== state.wanted;) {
      written = state.wanted;
      await setting.records.free();
      await (written ? put(setting) : putBack(setting)).catch(setting.failed);
    }
    state.writing = false;
  };
  const renewal = setInterval(() => {
    if (state.wanted) setting.leases.renew();
  }, renewMilliseconds);
  const recheck = setInterval(() => {
    if (isPending(setting, state.wanted)) void attempt();
  }, recheckMilliseconds);
  const first = afterStart(() => void attempt());
  return {
    want: (wanted) => {
      if (wanted === state.wanted) return;
      state.wanted = wanted;
      void attempt();
    },
    dispose: () => {
      first.dispose();
      clearInterval(renewal);
      clearInterval(recheck);
    },
  };
}

/** Our value is missing while this window wants it, or there while no window does. */
function isPending({ key, ours, records, leases }: Setting, wanted: boolean): boolean {
  const present = vscode.workspace.getConfiguration().inspect(key)?.globalValue;
  if (wanted) return JSON.stringify(present) !== JSON.stringify(ours);
  return records.read().replaced[key] !== undefined && !leases.heldByOthers();
}

async function put({ key, ours, records, leases }: Setting): Promise<void> {
  leases.take();
  await writeReplaced(records, key, ours);
}

async function putBack({ key, records, leases }: Setting): Promise<void> {
  leases.release();
  const entry = records.read().replaced[key];
  if (entry === undefined || leases.heldByOthers()) return;
  const configuration = vscode.workspace.getConfiguration();
  const back = valueBefore(configuration.inspect(key)?.globalValue, entry);
  if (back !== undefined) await configuration.update(key, back.value, vscode.ConfigurationTarget.Global);
  records.update((record) => ({ ...record, replaced: Object.fromEntries(Object.entries(record.replaced).filter(([other]) => other !== key)) }));
}
