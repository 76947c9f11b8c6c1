import { opendir } from "node:fs/promises";
import { join } from "node:path";
import { toListed, type ListedFile, type ListOptions } from "./listedFile.ts";

const maxDepth = 200;
const maxEntries = 5_000_000;

/** Everything below a folder that is no folder, without following links; `.git` folders never, `node_modules` only with `ignored`. */
export async function* walkFolder(root: string, { ignored, signal }: ListOptions): AsyncGenerator<ListedFile> {
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: root, depth: 0 }];
  let entries = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const { path, depth } = folder;
    try {
      for await (const entry of await opendir(path, { bufferSize: 256 })) {
        signal.throwIfAborted();
        entries += 1;
        if (entries > maxEntries) return yield { path: root, why: "there are too many files" };
        const inside = join(path, entry.name);
        if (!entry.isDirectory()) yield toListed(inside);
        else if (depth >= maxDepth || inside.includes("\ufffd")) yield { path: inside, why: "it cannot be read" };
        else if (entry.name !== ".git" && (ignored || entry.name !== "node_modules")) folders.push({ path: inside, depth: depth + 1 });
      }
    } catch {
      signal.throwIfAborted();
      yield { path, why: "it cannot be read" };
    }
  }
}
