import { createInterface } from "node:readline/promises";
import { CommandError, type CommandContext } from "./command.ts";

/** Whether somebody at a terminal says yes. Throws where there is nobody. */
export async function askPerson(question: string, { stdin, stdout, signal }: CommandContext): Promise<boolean> {
  if (!("isTTY" in stdin) || stdin.isTTY !== true) throw new CommandError("nobody can be asked here; --yes writes, --dry-run only says what");
  const terminal = createInterface({ input: stdin, output: stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(question, { signal })).trim());
  } finally {
    terminal.close();
  }
}
