import { existsSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import type { SettingsRecord } from "../core/settingsRecord.ts";
import { restoreSettingsText } from "./restoreSettingsText.ts";

/** Takes out of a settings file what its record names. false: it could not be read or written, so nothing must be forgotten. */
export function restoreSettingsFile(record: SettingsRecord): boolean {
  try {
    if (!existsSync(record.settingsFile)) return true;
    // Who keeps settings elsewhere has a link here, which is to stay one.
    const file = realpathSync(record.settingsFile);
    const before = readFileSync(file, "utf8");
    const after = restoreSettingsText(before, record);
    if (after === undefined) return false;
    if (after === before) return true;
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, after, { mode: statSync(file).mode & 0o777 });
    renameSync(draft, file);
    return true;
  } catch {
    return false;
  }
}
