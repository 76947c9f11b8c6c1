import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { listOf, numberOf, objectOf, textOf } from "../runtimes/runtime.ts";
import { describeFile } from "./describeFile.ts";
import type { StoredModel } from "./storedModel.ts";

const layerOf = { model: "application/vnd.ollama.image.model" };
const most = 500;

/** `manifests/<host>/<namespace>/<model>/<tag>` names layers by digest, `blobs/sha256-<digest>` holds them. ollama/ollama server/manifest.go. */
export async function readOllamaStore(folder: string): Promise<readonly StoredModel[]> {
  const manifests = join(folder, "manifests");
  const entries = await readdir(manifests, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).slice(0, most);
  return (await Promise.all(files.map((file) => readManifest(folder, file, nameOf(file.slice(manifests.length + 1)))))).filter((model) => model !== undefined);
}

async function readManifest(folder: string, file: string, name: string): Promise<StoredModel | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  const manifest = objectOf(parse(text));
  const layer = listOf(manifest["layers"]).find(({ mediaType }) => mediaType === layerOf.model);
  const digest = /^sha256:([0-9a-f]{64})$/.exec(textOf(layer?.["digest"]) ?? "")?.[1];
  if (digest === undefined) return undefined;
  const facts = await describeFile(join(folder, "blobs", `sha256-${digest}`));
  const { title: _, ...rest } = facts ?? { format: "unknown" as const, bytes: numberOf(layer?.["size"]) ?? 0, risks: [] };
  return { name, store: "ollama", digest, manifestDigest: createHash("sha256").update(text).digest("hex"), ...rest };
}

/** `registry.ollama.ai/library/qwen3/8b` → `qwen3:8b`, as Ollama itself says it. */
function nameOf(path: string): string {
  const parts = path.split(/[/\\]/);
  const tag = parts.pop() ?? "";
  return `${parts.join("/").replace(/^registry\.ollama\.ai\/(?:library\/)?/, "")}:${tag}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
