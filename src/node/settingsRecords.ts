import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type ParseError } from "jsonc-parser";
import { isEmptyRecord, type SettingsRecord } from "../core/settingsRecord.ts";

/** Reads and writes the record for one settings file; every editor and profile of the user has its own. */
export function createSettingsRecords(folder: string, settingsFile: string) {
  const file = join(folder, `${createHash("sha256").update(settingsFile).digest("hex").slice(0, 16)}.json`);
  const empty: SettingsRecord = { settingsFile, suppress: [], suppressOwnLanguage: [], associations: [], replaced: {} };
  const read = () => readRecord(file) ?? empty;
  const state = { busy: Promise.resolve() };
  return {
    read,
    /** Must succeed before the setting is touched: what is not recorded could not be put back. Throws when the disk refuses. */
    update: (change: (record: SettingsRecord) => SettingsRecord) => {
      const before = read();
      const original = isEmptyRecord(before) ? readSettings(settingsFile) : before.original;
      const record: SettingsRecord = { ...change(before), ...(original === undefined ? {} : { original }) };
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(record), { mode: 0o600 });
      renameSync(`${file}.${process.pid}`, file);
    },
    forget: () => rmSync(file, { force: true }),
    /** Work that needs the settings to itself: writers wait for `free` before they begin. */
    exclusively: (work: () => Promise<void>): Promise<void> => {
      state.busy = work();
      return state.busy;
    },
    free: (): Promise<void> => state.busy.catch(() => undefined),
  };
}

/** All records of this user, for the uninstall hook. */
export function readSettingsRecords(folder: string): readonly { readonly file: string; readonly record: SettingsRecord }[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json")).flatMap((name) => {
      const record = readRecord(join(folder, name));
      return record === undefined ? [] : [{ file: join(folder, name), record }];
    });
  } catch {
    return []; // nothing was ever changed
  }
}

/**
 * On a remote machine the user's settings are elsewhere, and while another window writes them the file is empty: without
 * their text they are put back value by value.
 */
function readSettings(file: string): string | undefined {
  try {
    const text = readFileSync(file, "utf8");
    const problems: ParseError[] = [];
    const settings: unknown = parse(text, problems, { allowTrailingComma: true });
    return problems.length === 0 && typeof settings === "object" ? text : undefined;
  } catch {
    return undefined;
  }
}

function readRecord(file: string): SettingsRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as SettingsRecord;
  } catch {
    return undefined;
  }
}
