import { join } from "node:path";
import type { Disk } from "../disk.ts";
import type { PackageFolder } from "./packageFolders.ts";

export interface PackageSeen extends PackageFolder {
  /** What it was installed as: the name of its folder. */
  readonly name: string;
  readonly version?: string;
}

/** The packages of a folder by their names alone: no file of them is read. */
export async function listPackages(disk: Disk, folder: PackageFolder): Promise<readonly PackageSeen[]> {
  const entries = await disk.list(folder.path, folder.path);
  if (folder.registry === "pypi") return entries.flatMap(({ name }) => ofDistribution(folder, name));
  const inside = await Promise.all(entries.map(async ({ name }): Promise<readonly string[]> => {
    if (name.startsWith(".")) return [];
    return name.startsWith("@") ? (await disk.list(join(folder.path, name), folder.path)).map((each) => `${name}/${each.name}`) : [name];
  }));
  return inside.flat().map((name) => ({ ...folder, name, path: join(folder.path, name) }));
}

/** `aider_chat-0.86.1.dist-info`: a name with its signs made one, and a version. */
function ofDistribution(folder: PackageFolder, entry: string): readonly PackageSeen[] {
  const [, name, version] = /^([\w.]+)-([\w.!+]+)\.dist-info$/.exec(entry) ?? [];
  return name === undefined || version === undefined ? [] : [{ ...folder, name: name.toLowerCase().replaceAll(/[_.]+/g, "-"), version, path: join(folder.path, entry) }];
}
