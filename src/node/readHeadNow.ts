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
      const stat = fstatSync(descriptor);
      if (!stat.isFile()) return undefined;
      // Files of the system itself give no size.
      const buffer = Buffer.alloc(stat.size > 0 ? Math.min(bytes, stat.size) : bytes);
      return decodeHead(buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, 0)));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined; // gone, a folder, or not ours to read: its name alone is judged
  }
}
