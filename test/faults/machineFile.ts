/** The root-owned machine file, for as long as a test runs. Only root can write one that counts. */
import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { machineFilePath } from "../../src/node/machineFile.ts";

const file = machineFilePath(process.platform);

/** Why no machine file can be tried here; false: it can. */
export const noMachineFile: string | false =
  process.getuid?.() !== 0 ? "only root can write a machine file that counts" : existsSync(file) ? "this machine has a machine file of its own" : false;

/** Writes it, takes it away with its folder when the process ends at the latest, and gives what takes it away sooner. */
export function writeMachineFile(policy: Readonly<Record<string, unknown>>): () => void {
  const madeFolder = mkdirSync(dirname(file), { recursive: true, mode: 0o755 }) !== undefined;
  writeFileSync(file, JSON.stringify({ version: 1, name: "a test", ...policy }), { mode: 0o644 });
  const remove = () => {
    process.off("exit", remove);
    rmSync(file, { force: true });
    if (madeFolder && existsSync(dirname(file))) rmdirSync(dirname(file));
  };
  process.once("exit", remove);
  return remove;
}
