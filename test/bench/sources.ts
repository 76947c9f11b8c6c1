/** Some 20 MB of ordinary source: that of the libraries in node_modules, file by file. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

const enough = 20_000_000;
const kinds = new Set([".js", ".ts", ".cjs", ".mjs"]);
const libraries = join(import.meta.dirname, "..", "..", "node_modules");

export interface Sources { readonly texts: readonly string[]; readonly size: number }

export function readSources(): Sources {
  const texts: string[] = [];
  let size = 0;
  for (const entry of readdirSync(libraries, { recursive: true, withFileTypes: true })) {
    if (size > enough || !entry.isFile() || !kinds.has(extname(entry.name))) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    if (text.length > 1_000_000) continue;
    texts.push(text);
    size += text.length;
  }
  if (size < enough / 2) throw new Error("there is too little source in node_modules to measure with");
  return { texts, size };
}
