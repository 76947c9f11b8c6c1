/** code-server (VS Code for the browser), pinned, installed from npm once per machine. */
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cache } from "./paths.mjs";
import { withProgress } from "./progress.mjs";
import { npm, runOrFail, withNode24 } from "./runProgram.mjs";

const version = "4.139.1";
const home = join(cache, `code-server-${version}`);
const entryIn = (folder) => join(folder, "node_modules", "code-server", "out", "node", "entry.js");
const staleAfter = 60 * 60 * 1000;

/** The script to start with Node 24. Installs code-server first if this machine has none. */
export async function ensureCodeServer() {
  const entry = entryIn(home);
  if (!existsSync(entry)) await withProgress(`Installing code-server ${version} (once, about half a minute)`, install);
  return entry;
}

/** Into a folder of its own, then one rename: an interrupted or a parallel installation can never be taken for a good one. */
async function install() {
  await removeAbandoned();
  const draft = `${home}.draft-${process.pid}-${Date.now()}`;
  await mkdir(draft, { recursive: true });
  try {
    await installInto(draft);
    await rename(draft, home).catch((error) => {
      if (!existsSync(entryIn(home))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Without install scripts: they would compile native modules for minutes, and only log files,
 * Kerberos and a database for the desktop need those. What the scripts do besides is done here.
 */
async function installInto(folder) {
  const install = async (cwd, ...args) => {
    const [file, all] = npm("install", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error", ...args);
    await runOrFail(`npm install in ${cwd}`, file, all, { cwd, env: withNode24() });
  };
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
  await install(folder, `code-server@${version}`);
  const vscode = join(folder, "node_modules", "code-server", "lib", "vscode");
  await install(vscode, "--omit=dev");
  const platform = process.platform === "darwin" ? "darwin" : "linux";
  await link(`browser-${platform}.sh`, join(vscode, "bin", "helpers", "browser.sh"));
  await link(`code-${platform}.sh`, join(vscode, "bin", "remote-cli", "code-server"));
  await install(join(vscode, "extensions"), "--omit=dev");
}

async function link(target, path) {
  await rm(path, { force: true });
  await symlink(target, path);
}

/** Drafts of installations that were killed. A younger one may belong to somebody who is still at it. */
async function removeAbandoned() {
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) {
    if (!name.startsWith(`code-server-${version}.draft-`)) continue;
    const draft = join(cache, name);
    if (Date.now() - (await stat(draft)).mtimeMs > staleAfter) await rm(draft, { recursive: true, force: true });
  }
}
