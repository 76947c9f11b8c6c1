/** The folder of one demo: workspace, extensions, settings and a home of its own, so that nothing of the person's is touched. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillWorkspace } from "./fillWorkspace.mjs";
import { copyExtensions } from "./toolchain/extensions.mjs";
import { cache, inRepository } from "./toolchain/paths.mjs";

const settings = {
  "workbench.startupEditor": "readme",
  "workbench.panel.defaultLocation": "bottom",
  // With it, the preview of a README that nobody has scrolled can start at its end.
  "markdown.preview.scrollPreviewWithEditor": false,
  "remote.autoForwardPorts": false,
  "telemetry.telemetryLevel": "off",
  "files.autoSave": "off",
  "git.openRepositoryInParentFolders": "never",
  "extensions.ignoreRecommendations": true,
};

/** Made by a demo that is still running if its process is; otherwise left by one that was killed. */
const prefix = "demo-";
const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Remove what killed demos have left. */
export function removeAbandonedDemos() {
  for (const name of readdirSync(cache)) {
    const pid = Number(name.slice(prefix.length));
    if (name.startsWith(prefix) && !isRunning(pid)) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

/** Everything code-server needs for the demo, with the given Gatelodge package installed. */
export async function createDemo(vsix) {
  const folder = join(cache, `${prefix}${process.pid}`);
  const workspace = join(folder, "northwind-orders");
  const home = join(folder, "home");
  const extensions = join(folder, "extensions");
  const userSettings = join(folder, "data", "User");
  for (const made of [home, userSettings]) mkdirSync(made, { recursive: true });
  writeFileSync(join(userSettings, "settings.json"), JSON.stringify(settings, undefined, 2));
  fillWorkspace(inRepository("demo", "workspace"), workspace);
  await copyExtensions(extensions, [vsix, inRepository("demo", "assistant")]);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 });
  const env = { HOME: home, XDG_CONFIG_HOME: join(home, ".config"), XDG_DATA_HOME: join(home, ".local", "share"), XDG_CACHE_HOME: join(home, ".cache"), XDG_STATE_HOME: join(home, ".local", "state") };
  return { folder, workspace, extensions, env, remove };
}
