import { readFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

export interface LoadedBundle<Exports> {
  readonly exports: Exports;
  /** It was compiled before, by this version of the engine. */
  readonly fromCache: boolean;
  /** Keeps what has been compiled until now, for the next start. Where that cannot be written, a start costs what it cost. */
  readonly keep: () => Promise<void>;
}

// V8 takes a cache for its own if the length of the source is right, and reads it without a look at its content.
const headLength = 16;
// The function that node itself would make of the file.
const wrap = (source: string): string => `(function (exports, require, module, __filename, __dirname) {${source}\n});`;

/**
 * What `require(file)` gives, from the engine's own cache of compiled code: compiling is most of what loading costs. The cache
 * stands beside the bundle: who could write a false one could write the bundle, and it goes when the bundle goes.
 */
export function loadBundle<Exports>(file: string, require: NodeJS.Require): LoadedBundle<Exports> {
  const source = readFileSync(file);
  const cacheFile = `${file}.cache`;
  const compiled = readCache(cacheFile, source);
  // A bundle is ASCII, and as such it is half as long and needs no decoding.
  const script = new Script(wrap(source.toString("latin1")), { filename: file, ...(compiled && { cachedData: compiled }) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  const fromCache = compiled !== undefined && script.cachedDataRejected === false;
  return {
    exports: module.exports as Exports,
    fromCache,
    keep: async () => {
      if (!fromCache) await writeCache(cacheFile, source, script.createCachedData());
    },
  };
}

function readCache(file: string, source: Buffer): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(headLength);
    return bytes.subarray(0, headLength).equals(headOf(source, data)) ? data : undefined;
  } catch {
    return undefined;
  }
}

async function writeCache(file: string, source: Buffer, data: Buffer): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, Buffer.concat([headOf(source, data), data]), { mode: 0o600, flag: "wx" });
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => {});
  }
}

/** Tells another bundle and a damaged cache; against people the place of the file stands. */
function headOf(source: Buffer, data: Buffer): Buffer {
  const head = Buffer.alloc(headLength);
  head.writeUInt32LE(crc32(source), 0);
  head.writeUInt32LE(crc32(data), 4);
  return head;
}
