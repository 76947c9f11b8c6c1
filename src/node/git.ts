import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";

/** Root folder of the repository that holds a folder, by walking up to `.git` (a folder, or a file in worktrees and submodules). */
export function findRepository(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, ".git"))) return current;
    if (dirname(current) === current) return undefined;
  }
}

/** Normalised remotes of a repository, such as `github.com/acme/shop`: a fork's include what it came from. Without running git, whose hooks and config belong to the workspace. */
export function readRemotes(repository: string): readonly string[] {
  try {
    const config = readFileSync(join(commonFolder(repository), "config"), "utf8").slice(0, 100_000);
    const sections = [...config.matchAll(/^\s*\[remote "[^"]+"\]([^[]*)/gm)].map(([, body = ""]) => body);
    return [...new Set(sections.flatMap((body) => [...body.matchAll(/^\s*url\s*=\s*(\S+)/gm)].map(([, url = ""]) => normaliseRemote(url))))];
  } catch {
    return []; // no readable configuration: entries that name a remote do not match
  }
}

/** `git@github.com:acme/shop.git`, `https://user@github.com/acme/shop` → `github.com/acme/shop`, lower case. */
export function normaliseRemote(url: string): string {
  return url.replace(/^[a-z+]+:\/\//i, "").replace(/^[^@/]*@/, "").replace(/^([^/:]+):(\d+\/)?/, "$1/").replace(/\.git\/?$/, "").replace(/\/+$/, "").toLowerCase();
}

/** A worktree's `.git` is a file `gitdir: …` whose folder names the common one (gitrepository-layout). */
function commonFolder(repository: string): string {
  const git = join(repository, ".git");
  if (statSync(git).isDirectory()) return git;
  const pointer = /^gitdir:\s*(.+?)\s*$/m.exec(readFileSync(git, "utf8"))?.[1] ?? ".git";
  const folder = isAbsolute(pointer) ? pointer : resolve(repository, pointer);
  const common = join(folder, "commondir");
  return existsSync(common) ? resolve(folder, readFileSync(common, "utf8").trim()) : folder;
}
