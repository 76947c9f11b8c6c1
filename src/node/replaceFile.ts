import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, fchownSync, fsyncSync, lchownSync, lstatSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Whose a file is and who may read it. */
export interface Standing {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** All of the file or none of it, whatever happens meanwhile: a draft beside it, on the disk before it takes the name. */
export function replaceFile(file: string, bytes: Uint8Array, { mode, uid, gid }: Standing): void {
  const draft = `${file}.gatelodge-${randomBytes(6).toString("hex")}`;
  try {
    const descriptor = openSync(draft, "wx", 0o600);
    try {
      writeFileSync(descriptor, bytes);
      // Root sets up other people's homes; for anybody else the owner is right as it is.
      if (process.getuid?.() === 0) fchownSync(descriptor, uid, gid);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    chmodSync(draft, mode);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** A new file belongs to whom its folder belongs to. */
export function standingOfNew(file: string, mode = 0o600): Standing {
  const { uid, gid } = statSync(dirname(file));
  return { mode, uid, gid };
}

/** Makes the folders above a file; returns those that it made, outermost first. Another process may be making the same ones. */
export function makeFoldersFor(file: string, mode = 0o755): readonly string[] {
  const missing: string[] = [];
  for (let folder = dirname(file); lstatSync(folder, { throwIfNoEntry: false }) === undefined; folder = dirname(folder)) missing.unshift(folder);
  const [first] = missing;
  if (first === undefined) return [];
  const { uid, gid } = statSync(dirname(first));
  const made = missing.filter((folder) => makeFolder(folder, mode));
  if (process.getuid?.() === 0) for (const folder of made) lchownSync(folder, uid, gid);
  return made;
}

/** `false`: somebody else was faster. */
function makeFolder(folder: string, mode: number): boolean {
  try {
    mkdirSync(folder, { mode });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" && statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return false;
    throw error;
  }
}
