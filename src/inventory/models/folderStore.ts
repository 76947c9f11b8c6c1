import { describeFile } from "./describeFile.ts";
import { filesBelow } from "./filesBelow.ts";
import type { StoredModel } from "./storedModel.ts";

const most = 500;
const models = /\.(?:gguf|safetensors|onnx|llamafile)$/i;

/** The model files under a folder, a few levels deep. Links are not followed. */
export async function readFolderStore(folder: string, store: string): Promise<readonly StoredModel[]> {
  const files = (await filesBelow(folder, models)).slice(0, most);
  const read = await Promise.all(files.map(async (file): Promise<readonly StoredModel[]> => {
    const facts = await describeFile(file);
    if (facts === undefined) return [];
    const { title, ...rest } = facts;
    return [{ name: title ?? file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1), store, ...rest }];
  }));
  return read.flat();
}
