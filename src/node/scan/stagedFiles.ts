import { runGit, splitAtZero } from "./runGit.ts";
import type { ScanJob, UnscannedReason } from "./scanJob.ts";

/** A file as it would be committed. `path` is relative to the repository's root, with `/`. */
export interface StagedFile {
  readonly path: string;
  readonly job?: ScanJob;
  readonly why?: UnscannedReason;
}

interface Blob { readonly path: string; readonly id: string; readonly size: number }

interface StagedOptions {
  readonly folder: string;
  /** Only these, as git understands paths seen from `folder`; none: all. */
  readonly paths: readonly string[];
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

const groupBytes = 32 * 1024 * 1024;
const regularFile = /^100/;

/** What is staged and not deleted, with its content from the index: what a file holds on disk by now does not count. Rejects outside of a repository. */
export async function* stagedFiles({ folder, paths, maxBytes, signal }: StagedOptions): AsyncGenerator<StagedFile> {
  const changes = await runGit(["diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--diff-filter=ACMT", "--", ...paths], { folder, signal });
  const group: Blob[] = [];
  let bytes = 0;
  for (const blob of await withSizes(parseRaw(changes), folder, signal)) {
    if (blob.size > maxBytes) yield { path: blob.path, why: "it is too large" };
    else if (Number.isNaN(blob.size)) yield { path: blob.path, why: "it cannot be read" };
    else {
      group.push(blob);
      bytes += blob.size;
    }
    if (bytes < groupBytes) continue;
    yield* readBlobs(group.splice(0), folder, signal);
    bytes = 0;
  }
  if (group.length > 0) yield* readBlobs(group, folder, signal);
}

/** `:100644 100644 <id> <id> M`, zero, path, zero. Links and submodules hold no text. */
function parseRaw(changes: Buffer): readonly Omit<Blob, "size">[] {
  const words = [...splitAtZero(changes)];
  return words.flatMap((head, index) => {
    const [, mode = "", , id = ""] = head.split(" ");
    return index % 2 === 0 && regularFile.test(mode) ? [{ id, path: words[index + 1] ?? "" }] : [];
  });
}

async function withSizes(blobs: readonly Omit<Blob, "size">[], folder: string, signal: AbortSignal): Promise<readonly Blob[]> {
  if (blobs.length === 0) return [];
  const answer = await runGit(["cat-file", "--batch-check=%(objectsize)"], { folder, signal, input: blobs.map(({ id }) => `${id}\n`).join("") });
  const sizes = answer.toString("latin1").split("\n");
  return blobs.map((blob, index) => ({ ...blob, size: /^\d+$/.test(sizes[index] ?? "") ? Number(sizes[index]) : Number.NaN }));
}

/** Each answer is a line `<id> blob <size>`, the content, a line end. */
async function* readBlobs(blobs: readonly Blob[], folder: string, signal: AbortSignal): AsyncGenerator<StagedFile> {
  const answer = await runGit(["cat-file", "--batch"], { folder, signal, input: blobs.map(({ id }) => `${id}\n`).join("") });
  let at = 0;
  for (const { path, size } of blobs) {
    const start = answer.indexOf(0x0a, at) + 1;
    yield { path, job: { bytes: Uint8Array.prototype.slice.call(answer, start, start + size) } };
    at = start + size + 1;
  }
}
