import { execFile } from "node:child_process";

export type IgnoredAnswer = { readonly ok: true } | { readonly ok: false; readonly why: string };

const timeout = 5000;

/**
 * Whether git would never commit `name` at the root of a repository: it is ignored and not tracked. Whatever is not
 * clearly so is a no with a reason. `home` is where git runs, so that no program of the repository is taken for git.
 */
export async function isSafelyIgnored(repository: string, name: string, home: string): Promise<IgnoredAnswer> {
  const [ignored, tracked] = await Promise.all([
    runGit(repository, ["check-ignore", "--quiet", "--no-index", "--", name], home),
    runGit(repository, ["ls-files", "--error-unmatch", "--", `:(literal)${name}`], home),
  ]);
  if (ignored === "failed" || tracked === "failed" || ignored > 1 || tracked > 1) return { ok: false, why: `git could not tell whether ${name} is ignored` };
  if (tracked === 0) return { ok: false, why: `${name} is tracked by git, so the value would be committed with it` };
  if (ignored === 1) return { ok: false, why: `${name} is not in .gitignore, so the value would be committed with it` };
  return { ok: true };
}

/** Exit code of git. The repository's own programs (file system monitor, hooks, pager) are switched off: it may not be trusted. */
function runGit(repository: string, args: readonly string[], home: string): Promise<number | "failed"> {
  const all = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-C", repository, "--no-pager", ...args];
  const env = { ...withoutGit(process.env), GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", NoDefaultCurrentDirectoryInExePath: "1" };
  return new Promise((resolve) => {
    execFile("git", all, { cwd: home, env, timeout, windowsHide: true, maxBuffer: 100_000 }, (error) => {
      if (error === null) return resolve(0);
      return resolve(typeof error.code === "number" ? error.code : "failed");
    });
  });
}

// GIT_DIR and its kin would make git look at another repository.
const withoutGit = (env: NodeJS.ProcessEnv) => Object.fromEntries(Object.entries(env).filter(([key]) => !key.toUpperCase().startsWith("GIT_")));
