import { createHash } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Gives a digest of the programs in a folder; they are read again only when one of them was changed. */
export function createProgramsHash(dist: string): () => Promise<string> {
  const known: { stamp?: string; hash?: string } = {};
  return async () => {
    try {
      const names = (await readdir(dist)).filter((name) => /\.[cm]js$/.test(name)).toSorted();
      const stamp = JSON.stringify(await Promise.all(names.map(async (name) => stampOf(await stat(join(dist, name)), name))));
      if (known.hash !== undefined && known.stamp === stamp) return known.hash;
      const hash = createHash("sha256");
      // One after the other: nobody waits for this, and it shall not fill the memory.
      for (const name of names) hash.update(`${name}\n`).update(await readFile(join(dist, name)));
      Object.assign(known, { stamp, hash: hash.digest("hex").slice(0, 16) });
      return known.hash ?? "unreadable";
    } catch {
      return "unreadable";
    }
  };
}

const stampOf = ({ ino, size, mtimeMs, ctimeMs }: { readonly ino: number; readonly size: number; readonly mtimeMs: number; readonly ctimeMs: number }, name: string) => [name, ino, size, mtimeMs, ctimeMs];
