/** The project's own files as text, for the tests of its shape. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const repository = join(import.meta.dirname, "../..");

export interface Source {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** All files below these folders (or these files themselves), outside node_modules. */
export function readSources(...places: string[]): readonly Source[] {
  return places.flatMap((place) => listFiles(join(repository, place))).map((file) => ({ path: relative(repository, file).replaceAll("\\", "/"), text: readFileSync(file, "utf8") }));
}

function listFiles(place: string): readonly string[] {
  try {
    return readdirSync(place, { withFileTypes: true }).flatMap((entry) => (entry.name === "node_modules" ? [] : listFiles(join(place, entry.name))));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return [place];
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
