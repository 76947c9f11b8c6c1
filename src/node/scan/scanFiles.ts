import { lstatSync } from "node:fs";
import { inOrder } from "./inOrder.ts";
import type { ListedFile, ListOptions } from "./listedFile.ts";
import { listFiles } from "./listFiles.ts";
import type { ScanOutcome } from "./scanJob.ts";
import type { ScanPool } from "./scanPool.ts";

/** What became of one file. */
export interface ScannedFile {
  readonly path: string;
  readonly outcome: ScanOutcome;
}

const batchFiles = 64;
// Enough that no thread waits for the next batch.
const batchesPerThread = 3;

/** Files at and below the places, looked through by the pool's threads; results in the order in which they are listed. */
export async function* scanFiles(pool: ScanPool, places: readonly string[], options: ListOptions): AsyncGenerator<ScannedFile> {
  // Repositories inside others, found on the way.
  const nested: string[] = [];
  for (const place of places) {
    for await (const files of inOrder(inBatches(listFiles(place, options)), pool.threads * batchesPerThread, (batch) => scanBatch(pool, batch))) {
      for (const file of files) {
        if (file.outcome.kind === "folder") nested.push(file.path);
        else yield file;
      }
    }
  }
  // Where a link to a folder can be opened like a file it is still not followed: it could lead round in a circle.
  const inside = nested.filter((place) => !places.includes(place) && lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true);
  if (inside.length > 0) yield* scanFiles(pool, inside, options);
}

async function scanBatch(pool: ScanPool, batch: readonly ListedFile[]): Promise<readonly ScannedFile[]> {
  const jobs = batch.filter(({ why }) => why === undefined);
  const outcomes = (await pool.run(jobs.map(({ path }) => ({ path })))).values();
  return batch.map(({ path, why }) => ({ path, outcome: why === undefined ? take(outcomes) : { kind: "unscanned", why } }));
}

function take(outcomes: Iterator<ScanOutcome>): ScanOutcome {
  const next = outcomes.next();
  return next.done === true ? { kind: "unscanned", why: "it cannot be read" } : next.value;
}

async function* inBatches(files: AsyncIterable<ListedFile>): AsyncGenerator<readonly ListedFile[]> {
  let batch: ListedFile[] = [];
  for await (const file of files) {
    batch.push(file);
    if (batch.length < batchFiles) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
