import type { FileRead } from "../core/command/commandEffects.ts";
import { anyVariable } from "../core/command/environment.ts";
import { parseEnvironmentFile } from "../core/command/environmentFile.ts";
import { readHeadNow } from "../node/readHeadNow.ts";

const longest = 200_000;

export const isLoad = (content: FileRead["content"]) => content === "loaded" || content === "sourced" || content === "split";

/** Whether nothing of a file comes out when its variables are loaded: it holds nothing else, none of them is shown, and nobody complains about a line. */
export function loadsQuietly(place: string, content: FileRead["content"], variables: readonly string[] = [anyVariable]): boolean {
  const text = readHeadNow(place, longest);
  const file = text === undefined || text.length >= longest ? undefined : parseEnvironmentFile(text);
  if (file === undefined || variables.includes(anyVariable) || variables.some((name) => file.values.has(name))) return false;
  return content === "loaded" || (file.isPlainScript && (content === "sourced" || [...file.values.values()].every((value) => !/\s/.test(value))));
}
