import { relative, join } from "node:path";
import { findRepository } from "../../node/git.ts";
import type { ScannedFile } from "../../node/scan/scanFiles.ts";
import type { ScanPool } from "../../node/scan/scanPool.ts";
import { stagedFiles } from "../../node/scan/stagedFiles.ts";
import { CommandError, type CommandContext } from "../command.ts";
import type { ScanArguments } from "./scanArguments.ts";

/** Standard input as one document, of which no more is read than may be scanned. */
export async function* scanStdin(pool: ScanPool, { stdin }: Pick<CommandContext, "stdin">, maxBytes: number): AsyncGenerator<ScannedFile> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) return yield { path: "stdin", outcome: { kind: "unscanned", why: "it is too large" } };
    chunks.push(chunk);
  }
  const [outcome = { kind: "unscanned", why: "it cannot be read" }] = await pool.run([{ bytes: Buffer.concat(chunks) }]);
  yield { path: "stdin", outcome };
}

/** What is staged. Paths are shown as they are seen from the working directory. */
export async function* scanStaged(pool: ScanPool, { folder, signal }: Pick<CommandContext, "folder" | "signal">, { paths, maxBytes }: Pick<ScanArguments, "paths" | "maxBytes">): AsyncGenerator<ScannedFile> {
  const root = findRepository(folder);
  if (root === undefined) throw new CommandError("--staged needs a git repository, and this folder is in none");
  try {
    for await (const { path, job, why = "it cannot be read" } of stagedFiles({ folder, paths, maxBytes, signal })) {
      const [outcome = { kind: "unscanned" as const, why }] = job === undefined ? [] : await pool.run(["bytes" in job ? { ...job, name: join(root, path) } : job]);
      yield { path: relative(folder, join(root, path)), outcome };
    }
  } catch (error) {
    throw new CommandError("git could not say what is staged", { cause: error });
  }
}
