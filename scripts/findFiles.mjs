/** Files of the repository by the end of their name, in the same order on every machine. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { inRepository } from "./toolchain/paths.mjs";

/** Under `folder` (from the root), whose path ends in `ending`, outside of `except` (folders directly below). */
export function findFiles(folder, ending, except = []) {
  const root = inRepository(folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !except.some((name) => file.startsWith(join(root, name, "/"))))
    .toSorted();
}
