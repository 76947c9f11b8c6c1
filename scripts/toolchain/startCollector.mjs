/** The collector with made-up machines, for the demo. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { inRepository, node24, repository } from "./paths.mjs";
import { endProcessTree, killProcessTree } from "./processTree.mjs";
import { runOrFail } from "./runProgram.mjs";

const patience = 30_000;

/**
 * Start it on a folder of its own and wait until it listens. The token sets up the first account, or looks, in a header.
 * @returns {Promise<{ url: string, adminToken: string, stop(): Promise<void> }>}
 */
export async function startCollector(folder, machines) {
  const program = inRepository("dist", "collector.cjs");
  if (!existsSync(program)) await runOrFail("esbuild", node24, [inRepository("esbuild.config.mjs")], { cwd: repository });
  // A process group of its own, so that Ctrl+C in the terminal reaches us alone and we end it in order.
  const child = spawn(node24, [program, "--data", folder, "--port", "0", "--demo", String(machines)], { stdio: ["ignore", "pipe", "pipe"], detached: true });
  const killNow = () => killProcessTree(child.pid);
  process.once("exit", killNow);
  const stop = async () => {
    await endProcessTree(child.pid);
    process.off("exit", killNow);
  };
  try {
    return { ...(await readSecrets(child)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readSecrets(child) {
  return new Promise((resolve, reject) => {
    const log = [];
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => {
      log.push(chunk);
      const [, url, adminToken] = /(http:\/\/127\.0\.0\.1:\d+)\n[^]*administrator's token +(\S+)/.exec(log.join("")) ?? [];
      if (url && adminToken) resolve({ url, adminToken });
    });
    child.once("exit", (code) => reject(new Error(`the collector ended with exit code ${code}:\n${log.join("").slice(-2000)}`)));
    setTimeout(() => reject(new Error(`the collector did not listen within ${patience / 1000} s:\n${log.join("").slice(-2000)}`)), patience).unref();
  });
}
