import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { decodeText, sampleBytes } from "../decodeText.ts";
import type { ScanOutcome } from "./scanJob.ts";

/** All bytes of a regular file, until the next call, or why there are none. */
export type ReadDocument = (path: string) => Uint8Array | ScanOutcome;

const usualBytes = 1 << 20;

/**
 * Never follows a link, never waits for a pipe or a device. Synchronous, because a thread of its own calls it; into one
 * buffer, because a hundred thousand of them would be the garbage of a scan.
 */
export function createReadDocument(maxBytes: number): ReadDocument {
  const usual = Buffer.allocUnsafe(Math.min(maxBytes + 1, usualBytes));
  return (path) => {
    try {
      // Windows has neither flag; there a link is followed, and pipes have no place among files.
      const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
      try {
        return readOpen(descriptor, maxBytes, usual);
      } finally {
        closeSync(descriptor);
      }
    } catch (error) {
      return toOutcome((error as NodeJS.ErrnoException).code);
    }
  };
}

function readOpen(descriptor: number, maxBytes: number, usual: Buffer): Uint8Array | ScanOutcome {
  const stat = fstatSync(descriptor);
  if (stat.isDirectory()) return { kind: "folder" };
  if (!stat.isFile()) return { kind: "skipped", what: "special" };
  if (stat.size > maxBytes) return isLargeText(descriptor) ? { kind: "unscanned", why: "it is too large" } : { kind: "skipped", what: "binary" };
  // One byte more than there are, to notice a file that grows.
  const buffer = stat.size < usual.length ? usual : Buffer.allocUnsafe(stat.size + 1);
  for (let length = 0; length < buffer.length;) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (read === 0) return buffer.subarray(0, length);
    length += read;
  }
  return { kind: "unscanned", why: "it cannot be read" };
}

/** A film or a program of any size holds no text; to call it unscanned would bury what is. */
function isLargeText(descriptor: number): boolean {
  const sample = Buffer.alloc(sampleBytes);
  return decodeText(sample.subarray(0, readSync(descriptor, sample, 0, sample.length, 0))) !== undefined;
}

function toOutcome(code: string | undefined): ScanOutcome {
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "skipped", what: "gone" };
  if (code === "ELOOP" || code === "EMLINK") return { kind: "skipped", what: "link" };
  if (code === "ENXIO" || code === "ENODEV") return { kind: "skipped", what: "special" };
  if (code === "EISDIR") return { kind: "folder" };
  return { kind: "unscanned", why: "it cannot be read" };
}
