import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";

const processesInATurn = 8;

/** What the kernel answers is there at once: asking for it in another thread costs ten times as much. Others have a turn every few processes. */
export async function inTurns<T>(pids: readonly number[], look: (pid: number) => T): Promise<readonly T[]> {
  const seen: T[] = [];
  for (const [index, pid] of pids.entries()) {
    if (index % processesInATurn === processesInATurn - 1) await turn();
    seen.push(look(pid));
  }
  return seen;
}

// Processes come and go while they are looked at, and others' are not ours to see.
const orNothing = <T>(look: () => T, nothing: T): T => {
  try {
    return look();
  } catch {
    return nothing;
  }
};
export const read = (path: string): string => orNothing(() => readFileSync(path, "utf8"), "");
export const namesIn = (folder: string): readonly string[] => orNothing(() => readdirSync(folder), []);
export const targetOf = (link: string): string => orNothing(() => readlinkSync(link), "");
export const pidsIn = (root: string): readonly number[] => namesIn(root).filter((name) => /^\d+$/.test(name)).map(Number);
