import { existsSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { createAgentSetup } from "../node/agents/agentSetup.ts";
import { stopGateway } from "../node/pointing/gatewayControl.ts";
import { openGatewayKey } from "../node/pointing/gatewayKey.ts";
import { gatewayPlaces } from "../node/pointing/gatewayPlaces.ts";
import { readGatewayTerms, usualTerms } from "../node/pointing/gatewayTerms.ts";
import { createPointing } from "../node/pointing/assistantPointing.ts";
import { locationsFor } from "../node/locations.ts";
import { machineFilePath } from "../node/machineFile.ts";
import { createPinnedFiles, pinsFolder } from "../node/pins/pinnedFiles.ts";
import { restoreSettingsFile } from "../node/restoreSettingsFile.ts";
import { readSettingsRecords } from "../node/settingsRecords.ts";

/**
 * Run by VS Code without an editor around it, at its first start after the extension was uninstalled (`vscode:uninstall` in
 * package.json). Takes out of every settings file, and of agents' configurations, exactly what our records say we put in; all else stays byte for byte.
 */
function uninstall(): void {
  const [home, platform] = [homedir(), process.platform];
  const { state, machineFile } = locationsFor(platform, home, machineFilePath(platform));
  for (const { file, record } of readSettingsRecords(join(state, "settings"))) {
    if (restoreSettingsFile(record)) rmSync(file, { force: true });
  }
  createPinnedFiles({ home, folder: pinsFolder({ state }) }).undo();
  // Agents' hooks go with what they start; who wants them without the editor installs them by the command line.
  const setup = createAgentSetup({ scope: "user", home, platform, state, machineFile, dist: dirname(process.argv[1] ?? ""), runtimes: () => [] });
  const ours = setup.journal.entries();
  setup.remove(setup.files.filter(({ file }) => ours.some((entry) => entry.file === file)));
  leaveGateway(home, state);
}

/** Assistants ask their model servers directly again: the gateway is part of what goes. */
function leaveGateway(home: string, state: string): void {
  const places = gatewayPlaces(state);
  if (!existsSync(places.key)) return; // it was never used
  const [key, address] = [openGatewayKey(places.key), readGatewayTerms(places.terms) ?? usualTerms];
  const pointing = createPointing({ home, journalFolder: places.journal, key, address });
  for (const file of pointing.pointed()) pointing.unpoint(file);
  void stopGateway(key, address.port);
}

uninstall();
