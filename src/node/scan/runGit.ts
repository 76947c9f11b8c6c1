import { execFile } from "node:child_process";

// A list of a million files.
const maxOutput = 512 * 1024 * 1024;

/**
 * Runs git and resolves to its output; rejects when it fails, is not installed or is cancelled. Nothing that the repository's own
 * configuration names is run: no file-system monitor, no external diff, no download of what a partial clone lacks.
 */
export function runGit(args: readonly string[], { folder, signal, input, environment = process.env }: GitCall): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const safe = ["-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false", "--no-optional-locks", "--no-pager"];
    const env = { ...environment, GIT_ALLOW_PROTOCOL: "none", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0", GIT_LITERAL_PATHSPECS: "1" };
    const child = execFile("git", [...safe, ...args], { cwd: folder, env, encoding: "buffer", maxBuffer: maxOutput, windowsHide: true, ...(signal === undefined ? {} : { signal }) }, (error, stdout) => (error === null ? resolve(stdout) : reject(new Error("git failed", { cause: error }))));
    child.stdin?.on("error", () => undefined); // git ended before it read everything: that is a failure above
    child.stdin?.end(input ?? "");
  });
}

export interface GitCall {
  readonly folder: string;
  readonly signal?: AbortSignal;
  readonly input?: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** The parts of a list that git separates by zero bytes, without holding all of them as text at once. */
export function* splitAtZero(list: Buffer): Generator<string> {
  for (let start = 0; start < list.length;) {
    const found = list.indexOf(0, start);
    const end = found < 0 ? list.length : found;
    if (end > start) yield list.toString("utf8", start, end);
    start = end + 1;
  }
}
