import { readdir } from "node:fs/promises";
import { join } from "node:path";

const most = { depth: 4, folders: 2000 };

/** The files under a folder whose names are so, a few levels deep. Links are not followed. */
export async function filesBelow(root: string, name: RegExp, depth = most.depth): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [{ folder: root, level: 0 }];
  for (let seen = 0; waiting.length > 0 && seen < most.folders; seen += 1) {
    const { folder, level } = waiting.shift()!;
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      if (entry.isDirectory() && level < depth && entry.name !== "node_modules") waiting.push({ folder: join(folder, entry.name), level: level + 1 });
      else if (entry.isFile() && name.test(entry.name)) found.push(join(folder, entry.name));
    }
  }
  return found;
}
