import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { gunzipSync } from "node:zlib";

// Looked through in one go while an agent waits: what is larger nobody looks into.
const maxTar = 24_000_000;
const maxUnpacked = 200_000_000;
const maxDirectory = 8_000_000;
const maxNames = 50_000;

/** Names of what a tar (also one packed by gzip) or zip file holds; links count with where they lead. `undefined`: it is none of these, is broken, or is too large to look through. */
export function archiveNames(file: string): readonly string[] | undefined {
  try {
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = fstatSync(descriptor);
      return stat.isFile() ? namesIn(descriptor, stat.size) : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined; // not there, closed to this user, or broken
  }
}

function namesIn(descriptor: number, size: number): readonly string[] | undefined {
  const head = read(descriptor, 0, Math.min(size, 512));
  if (head.subarray(0, 2).toString("latin1") === "PK") return zipNames(descriptor, size);
  if (size > maxTar) return undefined;
  if (head[0] === 0x1f && head[1] === 0x8b) return tarNames(gunzipSync(read(descriptor, 0, size), { maxOutputLength: maxUnpacked }));
  return head.subarray(257, 262).toString("latin1") === "ustar" ? tarNames(read(descriptor, 0, size)) : undefined;
}

function read(descriptor: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, from));
}

/** Blocks of 512 bytes: a header, then the content (POSIX pax; GNU's long names). */
function tarNames(bytes: Buffer): readonly string[] | undefined {
  const names: string[] = [];
  let long: string | undefined;
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0;) {
    const text = (from: number, length: number) => bytes.toString("utf8", at + from, at + from + length).split("\0")[0] ?? "";
    const size = Number.parseInt(text(124, 12).trim(), 8);
    if (!(size >= 0) || names.length > maxNames || text(257, 5) !== "ustar") return undefined;
    const content = bytes.toString("utf8", at + 512, at + 512 + Math.min(size, 100_000));
    const type = text(156, 1);
    if (type === "L") long = content.split("\0")[0];
    else if (type === "x") long = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(content)?.[1] ?? long;
    else if (type !== "g" && type !== "K") {
      names.push(long ?? (text(345, 155) === "" ? text(0, 100) : `${text(345, 155)}/${text(0, 100)}`));
      if ((type === "1" || type === "2") && text(157, 100) !== "") names.push(text(157, 100));
      long = undefined;
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return names;
}

/** By the directory at its end, which is what unpacks it as well. */
function zipNames(descriptor: number, size: number): readonly string[] | undefined {
  const tail = read(descriptor, Math.max(0, size - 66_000), Math.min(size, 66_000));
  const end = tail.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end < 0 || end + 22 > tail.length) return undefined;
  const [count, length, start] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count === 0xffff || length > maxDirectory) return undefined;
  const directory = read(descriptor, start, length);
  const names: string[] = [];
  for (let at = 0; names.length < count; at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return undefined;
    names.push(directory.toString("utf8", at + 46, at + 46 + directory.readUInt16LE(at + 28)));
  }
  return names;
}
