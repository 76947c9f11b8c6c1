import { rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { locationsFor } from "../node/locations.ts";
import { machineFilePath } from "../node/machineFile.ts";
import { restoreSettingsFile } from "../node/restoreSettingsFile.ts";
import { readSettingsRecords } from "../node/settingsRecords.ts";

/**
 * Run by VS Code without an editor around it, at its first start after the extension was uninstalled (`vscode:uninstall` in
 * package.json). Takes out of every settings file exactly what our records say we put in; all else stays byte for byte.
 */
function uninstall(): void {
  const { state } = locationsFor(process.platform, homedir(), machineFilePath(process.platform));
  for (const { file, record } of readSettingsRecords(join(state, "settings"))) {
    if (restoreSettingsFile(record)) rmSync(file, { force: true });
  }
}

uninstall();
