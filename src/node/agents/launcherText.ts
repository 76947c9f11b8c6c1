import type { HookAnswer } from "../../assistants/dialect.ts";

/** A program that can run the hook; an editor's own runtime is told to be one. */
export interface Runtime {
  readonly program: string;
  readonly editor: boolean;
}

export interface LauncherParts {
  readonly runtimes: readonly Runtime[];
  readonly hook: string;
  /** What the launcher adds to the words of a call. */
  readonly words: readonly string[];
  /** A small program that asks a process that stays, and starts the hook with an empty environment where there is none. */
  readonly forwarder?: string;
  /** What each client takes for a refusal, for when nothing else can answer. */
  readonly refusals: readonly { readonly assistant: string; readonly event: string; readonly answer: HookAnswer }[];
}

export const launcherTrouble = "Gatelodge's hook cannot run, so this was stopped. A person can mend it: in the editor by the command Gatelodge: Set Up Coding Agents, or at a terminal by gatelodge agents repair";

const note = `Written by Gatelodge; the editor's command "Gatelodge: Set Up Coding Agents" or "gatelodge agents repair" writes it anew.`;

/**
 * A shell script that starts the hook with an empty environment and absolute places. 126 and 127 mean that a runtime is not
 * there, and the next one has the call. Whatever else goes wrong is answered by a refusal: most clients take a hook that
 * fails for "go on". Its words begin `--assistant ID --event NAME` (`toHookWords`).
 */
export function toShellLauncher({ runtimes, hook, words, forwarder, refusals }: LauncherParts): string {
  return `#!/bin/sh
# ${note}
call="$2:$4"
refuse() {
  case $call in
${refusals.map(({ assistant, event, answer }) => `    ${quote(`${assistant}:${event}`)}) printf '%s' ${quote(answer.stdout)}; printf '%s' ${quote(answer.stderr)} >&2; exit ${answer.exitCode} ;;`).join("\n")}
  esac
  printf '%s\\n' ${quote(launcherTrouble)} >&2
  exit 2
}
try() {
  "$@"
  code=$?
  case $code in
    0|2) exit $code ;;
    126|127) return 0 ;;
  esac
  refuse
}
${runtimes.flatMap(({ program, editor }) => [
  ...(forwarder === undefined ? [] : [`if test -x ${quote(program)}; then try ${quote(forwarder)} ${quote(program)} ${quote(hook)} "$@"; fi`]),
  ["try /usr/bin/env -i", ...(editor ? ["ELECTRON_RUN_AS_NODE=1"] : []), quote(program), quote(hook), `"$@"`, ...words].join(" "),
]).join("\n")}
refuse
`;
}

/** The same for Windows, where only exit code 2 refuses. Not run by us: no Windows here. */
export function toBatchLauncher({ runtimes, hook, words }: LauncherParts): string {
  const lines = runtimes.flatMap(({ program, editor }, index) => [
    `if not exist ${inBatch(program)} goto next${index}`,
    `set "ELECTRON_RUN_AS_NODE=${editor ? "1" : ""}"`,
    `${inBatch(program)} ${inBatch(hook)} ${["%*", ...words].join(" ")}`,
    "if %errorlevel% equ 0 exit /b 0",
    "goto refuse",
    `:next${index}`,
  ]);
  const cleared = ["NODE_OPTIONS", "NODE_PATH", "NODE_EXTRA_CA_CERTS", "NODE_V8_COVERAGE", "NODE_REPL_EXTERNAL_MODULE"].map((name) => `set "${name}="`);
  return ["@echo off", `rem ${note}`, "setlocal", ...cleared, ...lines, ":refuse", `echo ${launcherTrouble} 1>&2`, "exit /b 2", ""].join("\r\n");
}

const quote = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;
const inBatch = (path: string) => `"${path.replaceAll("%", "%%")}"`;
