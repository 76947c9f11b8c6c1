import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { ModelHead } from "./modelFile.ts";
import { readGguf } from "./readGguf.ts";
import { readSafetensors } from "./readSafetensors.ts";

/** No honest head is longer: vocabularies of 250,000 words take about 10 MB. */
const longest = 64 * 1024 * 1024;
const step = 1024 * 1024;

/**
 * What the head of a model file says, by its first bytes and not its name; `undefined`: not a model file that we can read.
 * The head is read into memory in steps, only as far as it is needed, and never further than 64 MB.
 */
export async function readModelHead(path: string): Promise<ModelHead | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    if (!(await file.stat()).isFile()) return undefined;
    for (let size = step; ; size = Math.min(size * 4, longest)) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(size), 0, size, 0);
      const head = buffer.subarray(0, bytesRead);
      const read = head.toString("latin1", 0, 4) === "GGUF" ? readGguf(head) : readSafetensors(head);
      if (read !== "short") return read;
      if (bytesRead < size || size === longest) return undefined;
    }
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
