import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./isAlive.ts";
import { makeFoldersFor } from "./replaceFile.ts";

const patience = 5000;
const pause = 20;
/** What is done under a lock takes milliseconds; whoever holds one this long is gone, and its number may be another process's by now. */
const stale = 30_000;

/** Runs `work` while no other process of this user does so in the same folder. Throws EBUSY when another one does not end. */
export function exclusively<T>(folder: string, work: () => T): T {
  const lock = join(folder, "lock");
  makeFoldersFor(lock, 0o700);
  for (let waited = 0; !take(lock); waited += pause) {
    if (waited >= patience) throw Object.assign(new Error("another Gatelodge is at work"), { code: "EBUSY" });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (isAbandoned(lock)) remove(lock);
    return false;
  }
}

/** Between looking and removing, another process may have removed it and taken its own: that one is put back. */
function remove(lock: string): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (!isAbandoned(aside)) linkSync(aside, lock);
  } catch {
    // somebody else was faster
  } finally {
    rmSync(aside, { force: true });
  }
}

function isAbandoned(lock: string): boolean {
  try {
    if (Date.now() - statSync(lock).mtimeMs > stale) return true;
    const holder = readFileSync(lock, "utf8");
    // Nothing in it yet: it is being taken at this moment.
    if (Number(holder) <= 0 || isAlive(Number(holder))) return false;
    // One that ended in good order has given it back before, and it may be another's now.
    return readFileSync(lock, "utf8") === holder;
  } catch {
    return false; // given back meanwhile
  }
}
