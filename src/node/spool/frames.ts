import { crc32 } from "node:zlib";

/** A record as a line: its checksum, a space, its JSON. A line that was cut, zeroed or altered is told from one that was not. */
export function toFrame(record: unknown): Buffer {
  const json = JSON.stringify(record);
  return Buffer.from(`${checksum(json)} ${json}\n`);
}

export interface ReadFrames {
  readonly records: readonly unknown[];
  /** Lines that are not what was written. */
  readonly damaged: number;
}

/** Reads lines back. The last one without its end was being written when its process ended: nobody was told that it is kept, so it is no damage. */
export function readFrames(bytes: Buffer): ReadFrames {
  const records: unknown[] = [];
  const state = { damaged: 0 };
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from);
    if (end < 0) break;
    const record = readFrame(bytes.subarray(from, end));
    if (record === undefined) state.damaged += 1;
    else records.push(record);
    from = end + 1;
  }
  return { records, damaged: state.damaged };
}

const checksumLength = 8;

function readFrame(line: Buffer): unknown {
  const json = line.subarray(checksumLength + 1);
  if (json.length === 0 || line.toString("latin1", 0, checksumLength + 1) !== `${checksum(json)} `) return undefined;
  try {
    return JSON.parse(json.toString()) as unknown;
  } catch {
    return undefined; // whoever wrote it can make a checksum, too
  }
}

const checksum = (bytes: Buffer | string) => crc32(bytes).toString(16).padStart(checksumLength, "0");
