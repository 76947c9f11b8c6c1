import { join } from "node:path";
import type { Disk } from "./disk.ts";

const most = 50;

/** The files that a path with `*` for whole names, or for a name before its ending, stands for; a path without stands for itself. */
export async function expandPlaces(disk: Disk, root: string, path: string): Promise<readonly string[]> {
  const parts = path.split("/").filter((part) => part !== "");
  return parts.reduce<Promise<readonly string[]>>(async (before, part) => {
    const folders = await before;
    if (!part.includes("*")) return folders.map((folder) => join(folder, part));
    const ending = part.slice(part.lastIndexOf("*") + 1);
    const inside = await Promise.all(folders.map(async (folder) => (await disk.list(folder, root)).filter(({ name }) => name.endsWith(ending)).map(({ name }) => join(folder, name))));
    return inside.flat().slice(0, most);
  }, Promise.resolve([root]));
}
