/** The program that assistants start: one message on standard input, one answer on standard output, and gone. */
import { writeSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import type { HookAnswer } from "../assistants/dialect.ts";
import { parseHookArguments, type HookArguments } from "./hookArguments.ts";
import { readInput } from "./readInput.ts";
import { residentFolder, type Self } from "./resident/residentPlace.ts";

const maxInput = 32_000_000;
// One that is busy with another's call is not waited for; of what an answer may take, enough stays to make it here.
const greetingMilliseconds = 250;
const residentShare = 0.6;

/** Each part is loaded when it is needed: sockets, child processes and rules are most of what a call may cost. */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const program = process.argv[1] ?? "";
  const call = parseHookArguments(words, () => userInfo().homedir);
  if ("error" in call) return refuse(call.error);
  await answer(call, program, words).catch(() => refuseAs(call, "an internal error"));
}

async function answer(call: HookArguments, program: string, words: readonly string[]): Promise<void> {
  const end = performance.now() + call.deadline;
  const input = await readInput(process.stdin, maxInput, call.deadline / 2);
  const left = () => end - performance.now();
  const served = call.resident === "ask" && "text" in input ? await ask(call, program, words, input.text, left()) : undefined;
  if (served !== undefined) return give(served);
  const { answerHere } = await import("./answerHere.ts");
  const made = answerHere(call, input, program, left());
  if (made === undefined) return refuse(`no hooks are known for ${call.assistant}`);
  // The next call is to find one. First, since the caller may end all of us as soon as it has its answer.
  if (call.resident !== "none") await start(call, program);
  return give(made);
}

function readSelf(): Self {
  const uid = process.getuid?.();
  return { platform: process.platform, ...(uid === undefined ? {} : { uid }) };
}

async function start({ home, machineFile }: HookArguments, program: string): Promise<void> {
  const { startResident } = await import("./resident/startResident.ts");
  startResident({ folder: residentFolder(process.platform, home), program, residentProgram: join(dirname(program), "resident.cjs"), home, machineFile }, Date.now);
}

async function ask({ home }: HookArguments, program: string, words: readonly string[], text: string, milliseconds: number): Promise<HookAnswer | undefined> {
  const { askResident } = await import("./resident/askResident.ts");
  return askResident(residentFolder(process.platform, home), readSelf(), { program, milliseconds, words }, Buffer.from(text), { greeting: greetingMilliseconds, answer: milliseconds * residentShare });
}

function give({ stdout, stderr, exitCode }: HookAnswer): void {
  write(2, stderr);
  write(1, stdout);
  process.exit(exitCode);
}

/** In the client's own words: to some of them an exit code says nothing. */
async function refuseAs(call: HookArguments, why: string): Promise<void> {
  const { refuseHere } = await import("./answerHere.ts");
  const refusal = refuseHere(call, `Gatelodge cannot answer: ${why}.`);
  return refusal === undefined ? refuse(why) : give(refusal);
}

/** For callers of whom nothing is known. Exit code 2 with a reason is a refusal for every client that has a code for one. */
function refuse(why: string): void {
  write(2, `Gatelodge cannot answer: ${why}. Reinstall the hook.\n`);
  process.exit(2);
}

/** Whole, before the process ends: a pipe may take less than it is given at once. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return; // the caller is gone
    }
  }
}

main().catch(() => refuse("an internal error"));
