import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { decodeHead } from "./decodeText.ts";

/**
 * The first bytes of a file as text, for judging it before anybody opened it. `undefined`: no regular file, or not
 * readable. For who cannot wait: costs some 30 µs however large the file is; a pipe under a file's name is left alone.
 */
export function readHeadNow(path: string, bytes: number): string | undefined {
  try {
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      if (!fstatSync(descriptor).isFile()) return undefined;
      const buffer = Buffer.alloc(bytes);
      return decodeHead(buffer.subarray(0, readSync(descriptor, buffer, 0, bytes, 0)));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined; // gone, a folder, or not ours to read: its name alone is judged
  }
}
