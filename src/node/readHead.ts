import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { decodeHead } from "./decodeText.ts";

/** The first bytes of a regular file as text; `undefined`: not a file, not readable, gone. Never waits for a pipe or a device. */
export async function readHead(path: string, bytes: number): Promise<string | undefined> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!(await file.stat()).isFile()) return undefined;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return decodeHead(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return undefined; // judged by its name alone, as any file that nobody can read
  }
}
