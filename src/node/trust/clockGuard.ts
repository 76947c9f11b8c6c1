import { readObject, writeTrustFile } from "./trustFiles.ts";

export interface ClockGuard {
  /** The latest time that was ever seen here; `undefined`: what was seen is lost. */
  readonly latest: () => number | undefined;
  /** From here on, whatever was seen before: for what proves that time by itself. */
  readonly restart: (time: number) => void;
}

// So seldom that a hook does not wait for the disk; setting the clock back gains no more than that.
const writeAgainMilliseconds = 600_000;

/** Setting the clock back makes no policy young again. */
export function createClockGuard(file: string, now: () => number): ClockGuard {
  const restart = (time: number) => writeTrustFile(file, { latest: time });
  return {
    restart,
    latest: () => {
      const { latest } = readObject(file);
      if (typeof latest !== "number" || !Number.isFinite(latest)) return undefined;
      if (now() > latest + writeAgainMilliseconds) tryTo(() => restart(now()));
      return Math.max(now(), latest);
    },
  };
}

function tryTo(write: () => void): void {
  try {
    write();
  } catch {
    // A full or read-only disk: the next program that can write does.
  }
}
