import { mkdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Says yes once in so many milliseconds, to one of all the processes that ask. */
export function createTurns(file: string, every: number, now: () => number): () => boolean {
  return () => {
    try {
      const last = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
      // A clock that was set back must not silence it.
      if (last !== undefined && now() - last < every && last - now() < every) return false;
      if (last === undefined) {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(file, "", { mode: 0o600 });
      }
      utimesSync(file, now() / 1000, now() / 1000);
      return true;
    } catch {
      return true; // better twice than never
    }
  };
}
