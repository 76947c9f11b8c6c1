import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Machine, ProcessSeen } from "../machine/machine.ts";
import { filesBelow } from "./filesBelow.ts";
import { modelStores } from "./modelStores.ts";

/** A model that is not whole yet. */
export interface Download {
  /** As far as its file says: a repository, a file without its ending, the beginning of a digest. */
  readonly name: string;
  readonly store: string;
  /** SHA-256 of what it will be, where its name says it. */
  readonly digest?: string;
  /** What it takes on the disk by now. Programs set a file's whole length at the start. */
  readonly bytes: number;
  /** `running`: a program has it open, or it was written to in the last minutes; `left`: it was not finished. */
  readonly state: "running" | "left";
  readonly pid?: number;
  readonly program?: string;
}

/** Ollama (server/download.go; `-partial-N` beside it are notes), huggingface_hub, LM Studio and GPT4All, and what browsers and downloaders append. */
const partial = /^incomplete-|-partial$|\.(?:incomplete|part|partial|crdownload|aria2|download|downloading)$/i;
const isModel = (name: string) => /\.(?:gguf|ggml|safetensors|onnx|llamafile)(?:\.|$)/i.test(name);
const most = 100;
const freshMilliseconds = 5 * 60_000;

interface DownloadParts {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly machine: Pick<Machine, "holders" | "processes">;
  readonly now: number;
}

/** Downloads of models in the stores of this home and in its folder of downloads. Links are not followed. */
export async function findDownloads({ platform, home, machine, now }: DownloadParts): Promise<readonly Download[]> {
  const downloads = join(home, "Downloads");
  const places = [...modelStores(platform, home).map(({ folder, id }) => ({ folder, store: id })), { folder: downloads, store: "folder" }];
  const found = (await Promise.all(places.map(async ({ folder, store }) => (folder === downloads ? (await filesBelow(folder, partial, 0)).filter(isModel) : await filesBelow(folder, partial)).map((file) => ({ file, store }))))).flat().slice(0, most);
  const holders = await machine.holders(found.map(({ file }) => file));
  const processes = holders.size === 0 ? [] : await machine.processes();
  return (await Promise.all(found.map(({ file, store }) => describe(file, { store, now, holder: processes.find(({ pid }) => pid === holders.get(file)) })))).filter((each) => each !== undefined);
}

async function describe(file: string, { store, now, holder }: { readonly store: string; readonly now: number; readonly holder: ProcessSeen | undefined }): Promise<Download | undefined> {
  const facts = await stat(file).catch(() => undefined);
  if (!facts?.isFile()) return undefined;
  const digest = /(?:^|[/\\])sha256-([0-9a-f]{64})-partial$/.exec(file)?.[1];
  return {
    name: nameOf(file), store, ...(digest === undefined ? {} : { digest }),
    // Windows tells no blocks.
    bytes: Math.min(facts.size, (facts.blocks as number | undefined) === undefined ? facts.size : facts.blocks * 512),
    state: holder !== undefined || now - facts.mtimeMs < freshMilliseconds ? "running" : "left",
    ...(holder === undefined ? {} : { pid: holder.pid, program: holder.name }),
  };
}

/** Hugging Face's files are named by digests, in a folder that names the repository. */
function nameOf(file: string): string {
  const repository = /[/\\]models--([^/\\]+)[/\\]/.exec(file)?.[1];
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return (repository?.split("--").join("/") ?? name.replace(partial, "").replace(/^(sha256-[0-9a-f]{12})[0-9a-f]+$/, "$1")).slice(0, 200);
}
