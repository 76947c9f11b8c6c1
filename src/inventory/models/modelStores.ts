import { join } from "node:path";
import { readFolderStore } from "./folderStore.ts";
import { readHuggingFaceStore } from "./huggingFaceStore.ts";
import { readOllamaStore } from "./ollamaStore.ts";
import type { StoredModel } from "./storedModel.ts";

interface Store { readonly id: string; readonly folder: string; readonly read: (folder: string) => Promise<readonly StoredModel[]> }

const folder = (path: string, store: string): Store => ({ id: store, folder: path, read: (root) => readFolderStore(root, store) });

/** Where runtimes keep models on each system: their documentation, as in each runtime's own file. */
export function modelStores(platform: NodeJS.Platform, home: string): readonly Store[] {
  const inHome = (...parts: readonly string[]) => join(home, ...parts);
  const ollama = [inHome(".ollama", "models"), ...(platform === "linux" ? ["/usr/share/ollama/.ollama/models"] : [])];
  return [
    ...ollama.map((path) => ({ id: "ollama", folder: path, read: readOllamaStore })),
    { id: "huggingface", folder: inHome(".cache", "huggingface", "hub"), read: readHuggingFaceStore },
    folder(inHome(".lmstudio", "models"), "lmstudio"),
    folder(inHome(".cache", "lm-studio", "models"), "lmstudio"),
    folder(gpt4allFolder(platform, inHome), "gpt4all"),
    folder(platform === "darwin" ? inHome("Library", "Caches", "llama.cpp") : inHome(".cache", "llama.cpp"), "llama.cpp"),
    folder(inHome("jan"), "jan"),
    folder(inHome(".local", "share", "ramalama"), "ramalama"),
  ];
}

function gpt4allFolder(platform: NodeJS.Platform, inHome: (...parts: readonly string[]) => string): string {
  if (platform === "darwin") return inHome("Library", "Application Support", "nomic.ai", "GPT4All");
  return platform === "win32" ? inHome("AppData", "Local", "nomic.ai", "GPT4All") : inHome(".local", "share", "nomic.ai", "GPT4All");
}

/** Every model in the stores of this home. A store that cannot be read has none. */
export async function readModelStores(platform: NodeJS.Platform, home: string): Promise<readonly StoredModel[]> {
  return (await Promise.all(modelStores(platform, home).map((store) => store.read(store.folder)))).flat();
}
