/** The hook's built programs in a folder of their own, and residents started from there. */
import { spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { waitFor } from "../editor/waitFor.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const dist = join(import.meta.dirname, "../../dist");
export const forwarder = join(dist, "gatelodge-forwarder");

export interface HookPlace {
  readonly home: string;
  readonly shop: string;
  /** The hook program. */
  readonly program: string;
  readonly folder: string;
  readonly words: readonly string[];
  /** From now on only a resident can answer: the part of the hook program that answers by itself is gone. */
  readonly leaveOnlyResident: () => void;
  readonly giveBack: () => void;
}

/** A home with a shop whose `.env` is restricted, and programs that nobody else uses. */
export function hookPlace(context: TestContext): HookPlace {
  const home = temporaryFolder(context);
  const programs = join(home, "programs");
  const shop = join(home, "shop");
  for (const folder of [programs, shop]) mkdirSync(folder);
  writeFileSync(join(shop, ".env"), "KEY=CANARY\n");
  writeFileSync(join(shop, "b.ts"), "export const b = 2;\n");
  for (const name of ["hook", "answerHere", "resident", "detect", "yaml"]) copyFileSync(join(dist, `${name}.cjs`), join(programs, `${name}.cjs`));
  const [part, away] = [join(programs, "answerHere.cjs"), join(programs, "away.cjs")];
  return {
    home, shop, program: join(programs, "hook.cjs"), folder: join(home, ".local/state/gatelodge/resident"),
    words: ["--assistant", "claude-code", "--event", "PreToolUse", "--home", home, "--machine-file", join(home, "none")],
    leaveOnlyResident: () => renameSync(part, away),
    giveBack: () => renameSync(away, part),
  };
}

/** Starts one, which ends with its test. */
export function residentProcess(context: TestContext, { home, program }: HookPlace, ...more: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [join(program, "../resident.cjs"), "--program", program, "--home", home, "--machine-file", join(home, "none"), ...more], { stdio: "ignore" });
  context.after(() => child.kill("SIGKILL"));
  return child;
}

/** Starts one and waits until it is in force. */
export async function startedResident(context: TestContext, place: HookPlace, ...more: readonly string[]): Promise<ChildProcess> {
  const before = readCurrentText(place.folder);
  const child = residentProcess(context, place, ...more);
  await waitFor("a resident to be in force", () => readCurrentText(place.folder) !== before);
  return child;
}

export function readCurrentText(folder: string): string | undefined {
  const file = join(folder, "current");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

export const ended = (child: ChildProcess): Promise<unknown> => (child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once("exit", resolve)));

/** A caller of the resident: the Node program itself, or the small compiled one where it was built. */
export interface Door {
  readonly name: string;
  readonly skip: false | string;
  readonly command: (place: HookPlace) => readonly string[];
}

export const doors: readonly Door[] = [
  { name: "the Node program", skip: false, command: ({ program, words }) => [process.execPath, program, ...words, "--resident", "ask"] },
  { name: "the forwarder", skip: existsSync(forwarder) ? false : "no forwarder was built here", command: ({ program, words }) => [forwarder, process.execPath, program, ...words] },
];

export interface HookResult { readonly status: number | null; readonly stdout: string; readonly stderr: string; readonly milliseconds: number }

/** One hook call: the agent wants to read a file. */
export function call(door: Door, place: HookPlace, file: string, env: NodeJS.ProcessEnv = process.env): Promise<HookResult> {
  const [program = "", ...args] = door.command(place);
  const start = performance.now();
  const child = spawn(program, args, { env, stdio: ["pipe", "pipe", "pipe"] });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) child[name].setEncoding("utf8").on("data", (text: string) => (texts[name] += text));
  child.stdin.on("error", () => {});
  child.stdin.end(JSON.stringify({ hook_event_name: "PreToolUse", cwd: place.shop, tool_name: "Read", tool_input: { file_path: file } }));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...texts, milliseconds: performance.now() - start }));
  });
}
