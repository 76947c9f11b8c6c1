/** Files that people and their tools write, in a folder and below it. */
import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";

const binary = new Set([".png", ".jpg", ".jpeg", ".gif", ".ico", ".pdf", ".zip", ".gz", ".xz", ".bz2", ".tgz", ".jar", ".class", ".so", ".o", ".a", ".node", ".wasm", ".exe", ".dll", ".ttf", ".otf", ".woff", ".woff2", ".eot", ".mo", ".pyc", ".bin", ".map"]);
const largest = 1 << 20;

/** Paths of what is likely text and at most a megabyte, in the order of the alphabet. Links are not followed. */
export function* listText(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listText(path);
    else if (entry.isFile() && !binary.has(extname(path).toLowerCase()) && statSync(path).size <= largest) yield path;
  }
}
