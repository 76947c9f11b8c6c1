import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { PathIdentity } from "../core/request.ts";
import { normalisePath, toUriPath } from "../core/uriPath.ts";
import { findRepository, readRemotes } from "./git.ts";

export type IdentifyPath = (uriOrPath: string) => PathIdentity | undefined;

// Long enough that typing does not touch the disk, short enough that a new link or repository is seen at once.
const freshMilliseconds = 1000;
const maxEntries = 5000;

/** A function from document URI or path to its identity, remembering answers for a second. `undefined`: the document is no file. */
export function createPathIdentity(now: () => number): IdentifyPath {
  const cache = new Map<string, { readonly identity: PathIdentity | undefined; readonly at: number }>();
  return (uriOrPath) => {
    const known = cache.get(uriOrPath);
    if (known !== undefined && now() - known.at < freshMilliseconds) return known.identity;
    const identity = identify(uriOrPath);
    if (cache.size >= maxEntries) cache.clear();
    cache.set(uriOrPath, { identity, at: now() });
    return identity;
  };
}

function identify(uriOrPath: string): PathIdentity | undefined {
  const { path, alsoNamed, remote } = toUriPath(uriOrPath);
  if (path === undefined) return undefined;
  if (remote) return { absolute: path.normalize("NFC"), aliases: alsoNamed === undefined ? [] : [alsoNamed], resolved: false };
  const real = toRealPath(path);
  const absolute = normalisePath(real ?? path);
  // Another Unicode form or a link's own name may be what the policy means: both spellings are judged.
  const second = alsoNamed === undefined ? [] : [alsoNamed, normalisePath(toRealPath(alsoNamed) ?? alsoNamed)];
  const aliases = [...new Set([normalisePath(path), absolute.normalize("NFC"), ...second])].filter((alias) => alias !== absolute);
  const repository = findRepository(dirname(real ?? path));
  return {
    absolute, aliases, resolved: real !== undefined,
    ...(repository === undefined ? {} : { repository: normalisePath(repository), remotes: readRemotes(repository) }),
  };
}

/** Resolves links and, on case-insensitive disks, the true case. A file that does not exist yet is placed in its nearest real folder. */
export function toRealPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const parent = dirname(path);
    if (!missing || parent === path) return undefined;
    const folder = toRealPath(parent);
    return folder === undefined ? undefined : join(folder, basename(path));
  }
}
