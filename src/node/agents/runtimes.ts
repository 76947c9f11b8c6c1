import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Runtime } from "./launcherText.ts";

const usual: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ["/usr/bin/node", "/usr/local/bin/node"],
  darwin: ["/opt/homebrew/bin/node", "/usr/local/bin/node"],
  win32: ["C:\\Program Files\\nodejs\\node.exe"],
};
const oldest = 20;
const limit = 5000;

/** Where Node usually is, unseen: the launcher passes over what is not there. */
export const usualRuntimes = (platform: NodeJS.Platform): readonly Runtime[] => (usual[platform] ?? []).map((program) => ({ program, editor: false }));

/**
 * What can run the hook on this machine, best first: Node where it stays through updates, the one that runs us now, an
 * editor's own runtime last. Each was asked for its version. `PATH` has no say.
 */
export function findRuntimes({ platform, program, editor }: { readonly platform: NodeJS.Platform; readonly program: string; readonly editor: boolean }): readonly Runtime[] {
  const own: Runtime = { program, editor };
  const candidates = [...usualRuntimes(platform).filter((node) => node.program !== program), own];
  return candidates.filter(isRecent);
}

/** Has a runtime keep, beside the hook's programs in `folder`, what it compiles of them. Without it a call takes longer, no more. */
export function keepCompiled(runtime: Runtime, dist: string, folder: string): void {
  const compiler = join(dist, "compileHook.cjs");
  if (existsSync(compiler) && existsSync(runtime.program)) run(runtime, [compiler, folder]);
}

const isRecent = (runtime: Runtime): boolean => existsSync(runtime.program) && Number(run(runtime, ["-p", "process.versions.node"])?.split(".")[0]) >= oldest;

/** What it prints; `undefined`: it failed, or took too long. */
function run({ program, editor }: Runtime, words: readonly string[]): string | undefined {
  try {
    return execFileSync(program, [...words], { env: editor ? { ELECTRON_RUN_AS_NODE: "1" } : {}, timeout: limit, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}
