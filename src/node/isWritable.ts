import { accessSync, constants, existsSync } from "node:fs";

/** Whether this user may write a file; one that is not there yet, or is on another machine, counts as writable. */
export function isWritable(file: string): boolean {
  if (!existsSync(file)) return true;
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
