import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./isAlive.ts";

/** Which living processes still need something shared, such as a setting of the editor: the last one puts it back. */
export interface Leases {
  readonly take: () => void;
  readonly release: () => void;
  /** Another living process holds a lease. Leases of dead ones are removed. */
  readonly heldByOthers: () => boolean;
  /** Must be called at least every 30 s while held. */
  readonly renew: () => void;
}

// A process that was stopped (not killed) for longer than this has lost its lease; process ids alone are reused.
const staleMilliseconds = 120_000;

/** One file per process in a folder of ours; its age is the heartbeat. Failing to write means the lease is held: nothing is put back too early. */
export function createLeases(folder: string, processId: number, now: () => number): Leases {
  const own = join(folder, String(processId));
  const take = () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(own, "", { mode: 0o600 });
  };
  return {
    take,
    renew: () => {
      // After a sleep another window may have taken our lease for a dead one's.
      if (!existsSync(own)) take();
      const seconds = now() / 1000;
      utimesSync(own, seconds, seconds);
    },
    release: () => rmSync(own, { force: true }),
    heldByOthers: () => list(folder).some((name) => {
      if (name === String(processId)) return false;
      const alive = isAlive(Number(name)) && now() - statSync(join(folder, name)).mtimeMs < staleMilliseconds;
      if (!alive) rmSync(join(folder, name), { force: true });
      return alive;
    }),
  };
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nobody has taken one yet
  }
}
