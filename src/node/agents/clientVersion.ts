import { readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Assistant } from "../../assistants/assistant.ts";

const levels = 8;

/** The version of an assistant's program that would be started from these folders, read beside it: nothing is started. */
export function findClientVersion({ programs = [], packages = [] }: Pick<Assistant, "programs" | "packages">, folders: readonly string[]): string | undefined {
  const [place] = folders.flatMap((folder) => programs.flatMap((program) => realPath(join(folder, program)) ?? []));
  if (place === undefined) return undefined;
  // Some are installed as a file named by its version.
  if (/^\d+\.\d+\.\d+$/.test(basename(place))) return basename(place);
  const parents = Array.from({ length: levels }).reduce<readonly string[]>((known) => [...known, dirname(known.at(-1) ?? place)], []);
  return parents.map((folder) => versionIn(join(folder, "package.json"), packages)).find((version) => version !== undefined);
}

function versionIn(file: string, packages: readonly string[]): string | undefined {
  try {
    const { name, version } = JSON.parse(readFileSync(file, "utf8")) as { readonly name?: unknown; readonly version?: unknown };
    return typeof name === "string" && packages.includes(name.toLowerCase()) && typeof version === "string" ? version : undefined;
  } catch {
    return undefined; // none there, or not its own
  }
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined; // not in this folder
  }
}
