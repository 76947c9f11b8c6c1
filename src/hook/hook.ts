/** The program that assistants start: one message on standard input, one answer on standard output, and gone. */
import { writeSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import { knownAssistants } from "../assistants/known.ts";
import { answerHook, type Caller } from "./answer.ts";
import { parseHookArguments } from "./hookArguments.ts";
import { createHookParts } from "./hookParts.ts";
import { readInput } from "./readInput.ts";

const maxInput = 32_000_000;

async function main(): Promise<void> {
  const parsed = parseHookArguments(process.argv.slice(2), () => userInfo().homedir);
  if ("error" in parsed) return refuse(parsed.error);
  const { event, deadline } = parsed;
  const assistant = knownAssistants.find(({ id }) => id === parsed.assistant);
  if (assistant?.dialect === undefined) return refuse(`no hooks are known for ${parsed.assistant}`);
  const caller: Caller = { assistant: { ...assistant, dialect: assistant.dialect }, event };
  const started = performance.now();
  const input = await readInput(process.stdin, maxInput, deadline / 2);
  const parts = createHookParts({ home: parsed.home, machineFile: parsed.machineFile, program: dirname(process.argv[1] ?? ""), platform: process.platform });
  const { stdout, stderr, exitCode } = answerHook(input, caller, parts, Math.max(1, deadline - (performance.now() - started)));
  write(2, stderr);
  write(1, stdout);
  process.exit(exitCode);
}

/** Exit code 2 with a reason is a refusal for every client that has a code for one. */
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
