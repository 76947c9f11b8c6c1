import { cacheFileFor, hashRules, pruneScanCaches, writeScanCache } from "./scanCache.ts";
import { scanFiles, type ScannedFile } from "./scanFiles.ts";
import type { CacheEntry } from "./scanJob.ts";
import { createScanPool, type ScanPoolParts } from "./scanPool.ts";

export interface CachingScan extends ScanPoolParts {
  /** Real paths. */
  readonly places: readonly string[];
  /** Absent: whatever was scanned before is scanned again. */
  readonly cacheFolder: string | undefined;
  readonly ignored: boolean;
  readonly signal: AbortSignal;
  readonly now: number;
}

/** A scan of files from its threads to its cache, which is written when the scan came to its end. */
export async function* cachingScan({ places, cacheFolder, ignored, signal, now, ...parts }: CachingScan): AsyncGenerator<ScannedFile> {
  const cache = cacheFolder === undefined ? undefined : { file: cacheFileFor(cacheFolder, places), rules: hashRules(parts.workerFile, parts.options) };
  const pool = createScanPool({ ...parts, options: { ...parts.options, ...(cache === undefined ? {} : { cache }) } });
  const entries = new Map<string, CacheEntry>();
  signal.addEventListener("abort", pool.dispose, { once: true });
  try {
    for await (const file of scanFiles(pool, places, { ignored, signal })) {
      if (file.outcome.kind === "scanned" && file.outcome.cached !== undefined) entries.set(file.outcome.cached.key, file.outcome.cached);
      yield file;
    }
    if (cache !== undefined && cacheFolder !== undefined && writeScanCache(cache.file, cache.rules, entries.values())) pruneScanCaches(cacheFolder, now);
  } finally {
    signal.removeEventListener("abort", pool.dispose);
    pool.dispose();
  }
}
