import { constants } from "node:fs";
import { access, open, opendir, realpath, stat } from "node:fs/promises";
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

/** The machine's own disk. Files of others may be anything: a pipe, a device, a link to a key, without end. */
export function createDisk(limits: { readonly bytes: number; readonly entries: number } = most): Disk {
  const roots = new Map<string, Promise<string | undefined>>();
  const rootOf = (within: string) => {
    const known = roots.get(within) ?? realpath(within).catch(() => undefined);
    roots.set(within, known);
    return known;
  };
  return {
    list: async (folder, within) => {
      const real = await realOf(folder, await rootOf(within));
      return real === undefined || real === "elsewhere" ? [] : listFolder(real, limits.entries);
    },
    read: async (file, within, bytes = limits.bytes) => {
      const real = await realOf(file, await rootOf(within));
      if (real === undefined) return { kind: "absent" };
      return real === "elsewhere" ? { kind: "refused", why: "it is a link that leads out of its place" } : readText(real, bytes);
    },
    real: (path) => realpath(path).catch(() => undefined),
    modeOf: (file) => stat(file).then(({ mode }) => mode & 0o777, () => undefined),
    canWrite: (path) => access(path, constants.W_OK).then(() => true, () => false),
  };
}

async function realOf(path: string, root: string | undefined): Promise<string | undefined> {
  if (root === undefined) return undefined;
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) return undefined;
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep) ? real : "elsewhere";
}

async function listFolder(folder: string, entries: number): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  try {
    for await (const entry of await opendir(folder, { bufferSize: 256 })) {
      if (found.length >= entries) break;
      found.push({ name: entry.name, kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : entry.isSymbolicLink() ? "link" : "other" });
    }
  } catch {
    // no folder, or none of ours: what was read so far
  }
  // The order of a disk is no order.
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function readText(file: string, bytes: number): Promise<FileText> {
  try {
    // Without waiting for whoever writes into a pipe, and not through a link that took the file's place since.
    const opened = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    try {
      const facts = await opened.stat();
      if (!facts.isFile()) return { kind: "refused", why: "it is no file" };
      if (facts.size > bytes) return { kind: "refused", why: "it is too large" };
      const { buffer, bytesRead } = await opened.read(Buffer.allocUnsafe(facts.size), 0, facts.size, 0);
      return { kind: "text", text: buffer.toString("utf8", 0, bytesRead).replace(/^\uFEFF/, "") };
    } finally {
      await opened.close();
    }
  } catch {
    return { kind: "refused", why: "it cannot be read" };
  }
}
