import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { objectOf } from "../runtimes/runtime.ts";
import { describeFile } from "./describeFile.ts";
import { pickles, type StoredModel } from "./storedModel.ts";

const most = 500;
const weights = /\.(?:safetensors|gguf|onnx)$/i;

/** `hub/models--<organisation>--<name>/snapshots/<commit>/…`: huggingface_hub's guide to its cache. One model each, of its largest kind of file. */
export async function readHuggingFaceStore(hub: string): Promise<readonly StoredModel[]> {
  const names = (await readdir(hub).catch(() => [])).filter((name) => name.startsWith("models--")).slice(0, most);
  return (await Promise.all(names.map((name) => readRepository(join(hub, name), name.slice("models--".length).split("--").join("/"))))).filter((model) => model !== undefined);
}

async function readRepository(folder: string, name: string): Promise<StoredModel | undefined> {
  const entries = await readdir(join(folder, "snapshots"), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const safe = files.filter((file) => weights.test(file));
  const pickled = files.filter((file) => pickles.test(file));
  const chosen = safe.length > 0 ? safe : pickled;
  const facts = (await Promise.all(chosen.slice(0, 100).map(describeFile))).filter((fact) => fact !== undefined);
  const first = facts.toSorted((a, b) => b.bytes - a.bytes)[0];
  if (first === undefined) return undefined;
  // The parts of one model, or several quantisations of it: its size on this disk.
  const { title: _, parameters: __, ...rest } = first;
  const own = await carriesCode(files);
  return { name, store: "huggingface", ...rest, ...(facts.length === 1 && first.parameters !== undefined ? { parameters: first.parameters } : {}), bytes: facts.reduce((sum, { bytes }) => sum + bytes, 0), risks: own ? [...rest.risks, "brings code of its own (trust_remote_code)"] : rest.risks };
}

/** `auto_map` names classes in the repository's own Python files, which `trust_remote_code` runs. */
async function carriesCode(files: readonly string[]): Promise<boolean> {
  const config = files.find((file) => /[/\\]config\.json$/.test(file));
  if (config === undefined || !files.some((file) => file.endsWith(".py"))) return false;
  return "auto_map" in objectOf(await readFile(config, "utf8").then((text): unknown => JSON.parse(text)).catch(() => undefined));
}
