import { join } from "node:path";
import type { Disk, Entry } from "../disk.ts";

export interface WorkFile {
  readonly path: string;
  /** From the workspace, with `/`. */
  readonly inside: string;
  readonly link: boolean;
}

const most = { depth: 6, folders: 1500, files: 20_000 };
const passedOver: ReadonlySet<string> = new Set([".git", "node_modules", "bower_components", "vendor", "dist", "build", "out", "target", ".venv", "venv", "__pycache__", ".tox", ".next", ".gradle", ".cache", "Pods", "DerivedData", ".yarn"]);

/** The files of a workspace that are its own, some levels deep, the upper ones first; not what was installed or built into it. */
export async function walkWork(disk: Disk, root: string): Promise<readonly WorkFile[]> {
  const files: WorkFile[] = [];
  const levels = { folders: [""], seen: 0 };
  for (let depth = 0; depth <= most.depth && levels.folders.length > 0; depth += 1) {
    const now = levels.folders.slice(0, most.folders - levels.seen);
    levels.seen += now.length;
    const listed = await Promise.all(now.map(async (folder) => ({ folder, entries: await disk.list(join(root, folder), root) })));
    levels.folders = listed.flatMap(({ folder, entries }) => entries.filter((entry) => entry.kind === "folder" && !passedOver.has(entry.name)).map(({ name }) => inside(folder, name)));
    files.push(...listed.flatMap(({ folder, entries }) => entries.filter(isFile).map(({ name, kind }) => ({ path: join(root, folder, name), inside: inside(folder, name), link: kind === "link" }))));
    if (files.length > most.files) break;
  }
  return files.slice(0, most.files);
}

const isFile = ({ kind }: Entry) => kind === "file" || kind === "link";
const inside = (folder: string, name: string) => (folder === "" ? name : `${folder}/${name}`);
