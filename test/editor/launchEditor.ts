/** A real VS Code (code-server) with a fresh home, settings, extensions and workspace; nothing of it outlives the test. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { fillWorkspace } from "../../scripts/fillWorkspace.mjs";
import { ensureChromium } from "../../scripts/toolchain/chromium.mjs";
import { copyExtensions } from "../../scripts/toolchain/extensions.mjs";
import { startCodeServer } from "../../scripts/toolchain/startCodeServer.mjs";

export interface LaunchOptions {
  /** Extension folders and .vsix files; none is the baseline without Gatelodge. */
  readonly extensions?: readonly string[];
  /** Which test assistants are installed. */
  readonly assistants?: readonly ("completer" | "gatherer")[];
  /** User settings on top of quiet defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Template of the workspace; its {{names}} become the canaries. Default: the demo's. */
  readonly template?: string;
  /** The workspace's own gatelodge.yaml; by default it says nothing, so that a test meets the built-in policy. */
  readonly policy?: string;
  /** Called before the editor starts, for files outside the workspace (a user policy in `home`, say). */
  readonly prepare?: (folders: { readonly home: string; readonly workspace: string }) => void;
  readonly env?: Readonly<Record<string, string>>;
  /** Workspace trust is on, so that the workspace is untrusted. Without it there is no such thing. */
  readonly trust?: boolean;
}

export interface Editor {
  readonly url: string;
  readonly workspace: string;
  /** The home folder that the editor and every extension see. */
  readonly home: string;
  /** The user settings, for reading them and for editing them by hand. */
  readonly settingsFile: string;
  /** {{name}} of the template → the random value in this workspace. */
  readonly canaries: Readonly<Record<string, string>>;
  /** One canary by its name; throws for a name that the template does not have. */
  canary(name: string): string;
  readonly recordsFile: string;
  readonly driver: { readonly folder: string; readonly token: string };
  readonly browser: Browser;
  /** code-server's own output, for a failing test. */
  output(): string;
  close(): Promise<void>;
}

const quiet = {
  "files.autoSave": "off",
  "workbench.startupEditor": "none",
  "remote.autoForwardPorts": false,
  "telemetry.telemetryLevel": "off",
  "git.openRepositoryInParentFolders": "never",
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.startupPrompt": "never",
};
const browserFlags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const inThisFolder = (...parts: string[]): string => join(import.meta.dirname, ...parts);

/** Everything a launch has on disk, under one folder that goes with it. */
function createFolders() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "gatelodge-editor-")));
  const folders = { root, home: join(root, "home"), workspace: join(root, "workspace"), extensions: join(root, "extensions"), driver: join(root, "driver"), settings: join(root, "data", "User") };
  for (const folder of [folders.home, folders.driver, folders.settings]) mkdirSync(folder, { recursive: true });
  return folders;
}

const isolatedHome = (home: string) => ({
  HOME: home,
  XDG_CONFIG_HOME: join(home, ".config"),
  XDG_DATA_HOME: join(home, ".local", "share"),
  XDG_CACHE_HOME: join(home, ".cache"),
  XDG_STATE_HOME: join(home, ".local", "state"),
});

/** Start it; windows are opened with openWindow. */
export async function launchEditor(options: LaunchOptions = {}): Promise<Editor> {
  const { extensions = [], assistants = ["completer", "gatherer"], settings = {}, env = {}, trust = false } = options;
  const executablePath = await ensureChromium();
  const folders = createFolders();
  const remove = () => rmSync(folders.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.once("exit", remove);
  const settingsFile = join(folders.settings, "settings.json");
  writeFileSync(settingsFile, JSON.stringify({ ...quiet, ...settings }));
  const canaries = fillWorkspace(options.template ?? inThisFolder("../../demo/workspace"), folders.workspace, { "gatelodge.yaml": options.policy ?? "version: 1\n" });
  options.prepare?.(folders);
  await copyExtensions(folders.extensions, [...extensions, inThisFolder("driver"), ...assistants.map((name) => inThisFolder("assistants", name))]);
  const driver = { folder: folders.driver, token: randomUUID() };
  const recordsFile = join(folders.root, "records.jsonl");
  const testEnv = { GATELODGE_TEST_DRIVER_FOLDER: driver.folder, GATELODGE_TEST_DRIVER_TOKEN: driver.token, GATELODGE_TEST_RECORDS: recordsFile };
  // A window's extension host outlives its page for minutes by default, and would answer the next test.
  const args = ["--reconnection-grace-time", "5"];
  const [server, browser] = await Promise.all([
    startCodeServer({ folder: folders.root, extensions: folders.extensions, env: { ...isolatedHome(folders.home), ...testEnv, ...env }, args, trust }),
    chromium.launch({ executablePath, args: browserFlags }),
  ]);
  const close = async () => {
    await browser.close();
    await server.stop();
    process.off("exit", remove);
    remove();
  };
  const canary = (name: string) => canaries[name] ?? assert.fail(`the template has no {{${name}}}`);
  return { url: server.url, workspace: folders.workspace, home: folders.home, settingsFile, canaries, canary, recordsFile, driver, browser, output: () => server.output(), close };
}
