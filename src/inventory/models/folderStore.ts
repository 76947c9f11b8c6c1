import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describeFile } from "./describeFile.ts";
import type { StoredModel } from "./storedModel.ts";

const most = { depth: 4, folders: 2000, models: 500 };
const models = /\.(?:gguf|safetensors|onnx|llamafile)$/i;

/** The model files under a folder, a few levels deep. Links are not followed. */
export async function readFolderStore(folder: string, store: string): Promise<readonly StoredModel[]> {
  const files = (await findModels(folder)).slice(0, most.models);
  const read = await Promise.all(files.map(async (file): Promise<readonly StoredModel[]> => {
    const facts = await describeFile(file);
    if (facts === undefined) return [];
    const { title, ...rest } = facts;
    return [{ name: title ?? file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1), store, ...rest }];
  }));
  return read.flat();
}

async function findModels(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [{ folder: root, depth: 0 }];
  for (let seen = 0; waiting.length > 0 && seen < most.folders; seen += 1) {
    const { folder, depth } = waiting.shift()!;
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      if (entry.isDirectory() && depth < most.depth && entry.name !== "node_modules") waiting.push({ folder: join(folder, entry.name), depth: depth + 1 });
      else if (entry.isFile() && models.test(entry.name)) found.push(join(folder, entry.name));
    }
  }
  return found;
}
