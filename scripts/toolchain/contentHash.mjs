/** One hash over files and folders, to know whether something built from them is still good. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

const filesUnder = (path) =>
  statSync(path).isDirectory() ? readdirSync(path).toSorted().flatMap((name) => filesUnder(join(path, name))) : [path];

/** Names and contents count, times do not: a fresh checkout of the same sources has the same hash. */
export function contentHash(root, paths) {
  const hash = createHash("sha256");
  for (const path of paths.map((name) => join(root, name)).filter(existsSync)) {
    for (const file of filesUnder(path)) hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 24);
}
