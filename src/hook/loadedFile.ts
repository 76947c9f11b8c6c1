import { readdirSync } from "node:fs";
import type { FileRead } from "../core/command/commandEffects.ts";
import { anyVariable } from "../core/command/environment.ts";
import { parseEnvironmentFile } from "../core/command/environmentFile.ts";
import { readHeadNow } from "../node/readHeadNow.ts";

const longest = 200_000;

// Shorter ones, one plain word, a number, an address that says nothing of who may use it: such values stand in any output.
const common = /^(?:.{0,7}|[a-zA-Z]+|[\d.:]+|https?:\/\/[^@?]*)$/s;
const maxValues = 100;

/** Files in a folder that programs load their variables from without being told. */
export function environmentFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith(".env"));
  } catch {
    return []; // no folder, or closed to this user and so to the agent
  }
}

/** Values of a file's variables that would tell something, longest first; `more`: there are others, which nobody looks for. */
export function valuesIn(place: string): { readonly values: readonly string[]; readonly more: boolean } {
  const text = readHeadNow(place, longest) ?? "";
  const lines = text.split("\n").map((line) => parseEnvironmentFile(line)).flatMap((file) => [...(file?.values.values() ?? [])]);
  const values = [...new Set(lines)].filter((value) => !common.test(value)).sort((a, b) => b.length - a.length);
  return { values: values.slice(0, maxValues), more: values.length > maxValues || text.length >= longest };
}

export const withoutValues = (text: string, values: readonly string[], note: string) => values.reduce((kept, value) => (kept.includes(value) ? kept.replaceAll(value, () => note) : kept), text);

export const isLoad = (content: FileRead["content"]) => content === "loaded" || content === "sourced" || content === "split";

/** Whether nothing of a file comes out when its variables are loaded: it holds nothing else, none of them is shown, and nobody complains about a line. */
export function loadsQuietly(place: string, content: FileRead["content"], variables: readonly string[] = [anyVariable]): boolean {
  const text = readHeadNow(place, longest);
  const file = text === undefined || text.length >= longest ? undefined : parseEnvironmentFile(text);
  if (file === undefined || variables.includes(anyVariable) || variables.some((name) => file.values.has(name))) return false;
  return content === "loaded" || (file.isPlainScript && (content === "sourced" || [...file.values.values()].every((value) => !/\s/.test(value))));
}
