import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { makeFoldersFor, replaceFile, standingOfNew } from "../replaceFile.ts";

/** A random word that stays the same as long as something of ours is installed. */
export interface HookTag {
  readonly value: string;
  readonly write: () => void;
  readonly remove: () => void;
}

export function createHookTag(file: string, mode: number): HookTag {
  const known = read(file);
  const value = known ?? randomBytes(9).toString("hex");
  return {
    value,
    write: () => {
      if (read(file) === value) return;
      makeFoldersFor(file);
      replaceFile(file, Buffer.from(value), standingOfNew(file, mode));
    },
    remove: () => rmSync(file, { force: true }),
  };
}

function read(file: string): string | undefined {
  try {
    const text = readFileSync(file, "utf8");
    return /^[0-9a-f]{18}$/.test(text) ? text : undefined;
  } catch {
    return undefined; // nothing is installed
  }
}
