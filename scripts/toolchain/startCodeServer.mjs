/** One running code-server on loopback. */
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ensureCodeServer } from "./codeServer.mjs";
import { node24 } from "./paths.mjs";
import { endProcessTree, killProcessTree } from "./processTree.mjs";

/**
 * Start code-server with a data folder of its own and wait until it listens. Port 0: any free one. `trust`: workspace
 * trust is on, so a folder is untrusted until somebody says otherwise.
 * @returns {Promise<{ url: string, pid: number, output(): string, stop(): Promise<void> }>}
 */
export async function startCodeServer({ folder, extensions, env = {}, port = 0, args = [], trust = false }) {
  await mkdir(folder, { recursive: true });
  const all = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--config", "/dev/null",
    "--user-data-dir", join(folder, "data"), "--extensions-dir", extensions, "--session-socket", join(folder, "s.sock"),
    "--disable-telemetry", "--disable-update-check", ...(trust ? [] : ["--disable-workspace-trust"]), "--disable-getting-started-override", ...args];
  // A process group of its own, so that Ctrl+C in the terminal reaches us alone and we end it in order.
  const child = spawn(node24, [await ensureCodeServer(), ...all], { env: { ...ownEnvironment(), ...env }, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const killNow = () => killProcessTree(child.pid);
  process.once("exit", killNow);
  const log = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => log.push(chunk));
  const stop = async () => {
    await endProcessTree(child.pid);
    process.off("exit", killNow);
  };
  try {
    return { url: await listeningUrl(child, log), pid: child.pid, output: () => log.join(""), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Without the variables of an editor around us: with them code-server would talk to that editor instead of starting. */
const ownEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_TEST_CONTEXT$|npm_)/.test(name)));

function listeningUrl(child, log) {
  return new Promise((resolve, reject) => {
    const look = () => {
      const url = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(log.join(""))?.[1];
      if (url) resolve(url);
    };
    child.stdout.on("data", look);
    child.once("exit", (code) => reject(new Error(`code-server ended with exit code ${code}:\n${log.join("").slice(-2000)}`)));
    setTimeout(() => reject(new Error(`code-server did not listen within 30 s:\n${log.join("").slice(-2000)}`)), 30_000).unref();
  });
}
