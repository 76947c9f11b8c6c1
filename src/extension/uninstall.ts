import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { SettingsRecord } from "../core/settingsRecord.ts";
import { locationsFor } from "../node/locations.ts";
import { machineFilePath } from "../node/machineFile.ts";
import { restoreSettingsText } from "../node/restoreSettingsText.ts";
import { readSettingsRecords } from "../node/settingsRecords.ts";

/**
 * Run by VS Code without an editor around it, at its first start after the extension was uninstalled (`vscode:uninstall` in
 * package.json). Takes out of every settings file exactly what our records say we put in; comments and order stay.
 */
function uninstall(): void {
  const { state } = locationsFor(process.platform, homedir(), machineFilePath(process.platform));
  for (const { file, record } of readSettingsRecords(join(state, "settings"))) {
    if (restoreFile(record)) rmSync(file, { force: true });
  }
}

/** false: the file could not be read or written; the record stays, so that nothing is forgotten. */
function restoreFile(record: SettingsRecord): boolean {
  try {
    if (!existsSync(record.settingsFile)) return true;
    const before = readFileSync(record.settingsFile, "utf8");
    const after = restoreSettingsText(before, record);
    if (after === undefined) return false;
    if (after === before) return true;
    const draft = `${record.settingsFile}.${process.pid}`;
    writeFileSync(draft, after, { mode: statSync(record.settingsFile).mode & 0o777 });
    renameSync(draft, record.settingsFile);
    return true;
  } catch {
    return false;
  }
}

uninstall();
