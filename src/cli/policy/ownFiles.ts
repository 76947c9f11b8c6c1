import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { CommandError, type CommandContext } from "../command.ts";

/** A file that a person named. */
export function readNamed(file: string, { folder }: Pick<CommandContext, "folder">): string {
  try {
    return readFileSync(resolve(folder, file), "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new CommandError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
}

/** Writes a file that is not there yet: no command of ours overwrites a policy or a key. */
export function writeNew(file: string, text: string, { folder }: Pick<CommandContext, "folder">, mode = 0o644): void {
  try {
    writeFileSync(resolve(folder, file), text, { flag: "wx", mode });
  } catch (error) {
    throw new CommandError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
}
