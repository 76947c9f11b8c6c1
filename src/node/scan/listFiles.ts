import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { findRepository } from "../git.ts";
import { runGit, splitAtZero } from "./runGit.ts";
import { toListed, type ListedFile, type ListOptions } from "./listedFile.ts";
import { walkFolder } from "./walkFolder.ts";

/**
 * Files at and below a place: in a repository what git tracks or would track, elsewhere everything but `node_modules`.
 * A repository inside another is listed as its folder.
 */
export async function* listFiles(place: string, { ignored, signal }: ListOptions): AsyncGenerator<ListedFile> {
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return yield { path: place };
  const inGit = !ignored && findRepository(place) !== undefined;
  const listed = inGit ? await listWithGit(place, signal) : undefined;
  if (listed === undefined) return yield* walkFolder(place, { ignored, signal });
  const seen = { last: "" };
  for (const name of splitAtZero(listed)) {
    // An unmerged file has a line for each of its versions. What leads out of the place is not ours to look at.
    if (name === seen.last || name.startsWith("../")) continue;
    seen.last = name;
    yield toListed(resolve(place, name)); // without the slash at the end of a nested repository
  }
}

/** `undefined`: git cannot say, or the folder as a whole is ignored and yet somebody asks for it. Then everything in it is looked at. */
async function listWithGit(folder: string, signal: AbortSignal): Promise<Buffer | undefined> {
  // Variables that a hook is called with mean the repository of the hook.
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY)$/.test(name)));
  try {
    const list = await runGit(["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { folder, signal, environment });
    // A submodule that was never checked out lists itself.
    const says = list.length > 0 && list.toString("latin1", 0, 3) !== "./\0";
    return says || existsSync(join(folder, ".git")) ? list : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined; // no git, a broken repository, or one that git does not trust
  }
}
