import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
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

function isRecent({ program, editor }: Runtime): boolean {
  if (!existsSync(program)) return false;
  try {
    const version = execFileSync(program, ["-p", "process.versions.node"], { env: editor ? { ELECTRON_RUN_AS_NODE: "1" } : {}, timeout: limit, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return Number(version.split(".")[0]) >= oldest;
  } catch {
    return false;
  }
}
