import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename } from "node:path";

// Where it usually is: never what the environment of an agent names.
const programs = ["/usr/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git", "C:\\Program Files\\Git\\cmd\\git.exe"];
const limit = 1500;
const maxBytes = 20_000_000;

// Git before 2.45 does not know the first; without a protocol it fetches nothing either.
const environment = { GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none", GIT_OPTIONAL_LOCKS: "0", GIT_CONFIG_NOSYSTEM: "1", GIT_TERMINAL_PROMPT: "0" };
const findGit = () => programs.find((each) => existsSync(each));

/** Wherever a file of that name is: one like it may have been in another folder. */
const byName = (file: string) => `:(top,glob)**/${basename(file).replace(/[\\*?[]/g, "\\$&")}`;

/** Whether surely no commit that a branch, a tag, a stash or the log of one leads to holds a file of these names, nor one that a merge left behind. `rev-list` starts nothing either. */
export function holdsNone(repository: string, files: readonly string[]): boolean {
  const program = findGit();
  if (program === undefined) return false;
  const { status, stdout } = spawnSync(program, ["-C", repository, "-c", "core.fsmonitor=false", "rev-list", "--all", "--reflog", "--full-history", "--max-count=1", "--", ...new Set(files.map((file) => byName(file)))], { env: environment, timeout: limit, maxBuffer: maxBytes, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return status === 0 && stdout === "";
}

/**
 * Texts of files as revisions of a repository hold them, by `REVISION:PATH`; what is not there has none. `undefined`: nobody could look.
 * `cat-file --batch` starts nothing that a workspace could name: no hook, no filter, no helper, and nothing is fetched.
 */
export function textsAt(repository: string, names: readonly string[]): ReadonlyMap<string, string> | undefined {
  const program = findGit();
  const asked = names.filter((name) => !name.includes("\n"));
  if (program === undefined || asked.length === 0) return program === undefined ? undefined : new Map();
  const { status, stdout } = spawnSync(program, ["-C", repository, "-c", "core.fsmonitor=false", "cat-file", "--batch"], { env: environment, input: `${asked.join("\n")}\n`, timeout: limit, maxBuffer: maxBytes, stdio: ["pipe", "pipe", "ignore"] });
  return status === 0 ? readBatch(stdout, asked) : undefined;
}

/** `ID blob SIZE`, the bytes and a line end for each name that is there, another line for one that is not. */
function readBatch(bytes: Buffer, names: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let at = 0;
  for (const name of names) {
    const end = bytes.indexOf("\n", at);
    if (end < 0) break;
    const size = /^[0-9a-f]+ (\w+) (\d+)$/.exec(bytes.toString("utf8", at, end));
    at = end + 1;
    if (size === null) continue;
    const length = Number(size[2]);
    if (size[1] === "blob") texts.set(name, bytes.toString("utf8", at, at + length));
    at += length + 1;
  }
  return texts;
}
