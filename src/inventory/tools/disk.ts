import { accessSync, closeSync, constants, fstatSync, lstatSync, openSync, opendirSync, readSync, realpathSync, statSync } from "node:fs";
import { sep } from "node:path";

export interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

/** The text of a file, or why there is none. */
export type FileText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "refused"; readonly why: string };

/** Bounded reads. `within` is the place that a path belongs to: a link that leads out of it is not followed. */
export interface Disk {
  /** What is in a folder; nothing where there is no such folder, or it is elsewhere. */
  readonly list: (folder: string, within: string) => Promise<readonly Entry[]>;
  /** `bytes`: more than that is refused. */
  readonly read: (file: string, within: string, bytes?: number) => Promise<FileText>;
  /** Where a path leads; `undefined`: nowhere. */
  readonly real: (path: string) => Promise<string | undefined>;
  /** Who may do what with a file. */
  readonly modeOf: (file: string) => Promise<number | undefined>;
  readonly canWrite: (path: string) => Promise<boolean>;
}

const most = { bytes: 1_000_000, entries: 20_000 };

/** For files of a person that grow with the years. */
export const largestOwn = 8_000_000;

/**
 * The machine's own disk. Files of others may be anything: a pipe, a device, a link to a key, without end. Many small files are read
 * at once and on the spot: handing each of some thousand steps to another thread costs several times what they take.
 */
export function createDisk(limits: { readonly bytes: number; readonly entries: number } = most): Disk {
  const roots = new Map<string, string | undefined>();
  const rootOf = (within: string) => {
    if (!roots.has(within)) roots.set(within, realOf(within));
    return roots.get(within);
  };
  return {
    list: async (folder, within) => {
      const real = placeOf(folder, rootOf(within));
      return real === undefined || real === "elsewhere" ? [] : listFolder(real, limits.entries);
    },
    read: async (file, within, bytes = limits.bytes) => {
      const real = placeOf(file, rootOf(within));
      if (real === undefined) return { kind: "absent" };
      return real === "elsewhere" ? { kind: "refused", why: "it is a link that leads out of its place" } : readText(real, bytes);
    },
    real: async (path) => realOf(path),
    modeOf: async (file) => attempt(() => statSync(file).mode & 0o777),
    canWrite: async (path) => attempt(() => accessSync(path, constants.W_OK) === undefined) === true,
  };
}

/** What is not there, or not ours, gives nothing. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

// Most places are empty on most machines, and an error costs more than all else.
const realOf = (path: string) => attempt(() => (lstatSync(path, { throwIfNoEntry: false }) === undefined ? undefined : realpathSync.native(path)));

function placeOf(path: string, root: string | undefined): string | undefined {
  const real = root === undefined ? undefined : realOf(path);
  if (root === undefined || real === undefined) return undefined;
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep) ? real : "elsewhere";
}

function listFolder(folder: string, entries: number): readonly Entry[] {
  const found: Entry[] = [];
  const opened = attempt(() => opendirSync(folder, { bufferSize: 256 }));
  if (opened === undefined) return found;
  try {
    for (let entry = opened.readSync(); entry !== null && found.length < entries; entry = opened.readSync()) {
      found.push({ name: entry.name, kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : entry.isSymbolicLink() ? "link" : "other" });
    }
  } catch {
    // what was read so far
  } finally {
    opened.closeSync();
  }
  // The order of a disk is no order.
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function readText(file: string, bytes: number): FileText {
  try {
    // Without waiting for whoever writes into a pipe, and not through a link that took the file's place since.
    const opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    try {
      const facts = fstatSync(opened);
      if (!facts.isFile()) return { kind: "refused", why: "it is no file" };
      if (facts.size > bytes) return { kind: "refused", why: "it is too large" };
      const buffer = Buffer.allocUnsafe(facts.size);
      return { kind: "text", text: buffer.toString("utf8", 0, readSync(opened, buffer, 0, facts.size, 0)).replace(/^\uFEFF/, "") };
    } finally {
      closeSync(opened);
    }
  } catch {
    return { kind: "refused", why: "it cannot be read" };
  }
}
