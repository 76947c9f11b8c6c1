import { parse } from "smol-toml";

/** `undefined`: it is no TOML, or longer than any settings. */
export function readToml(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return text.length > longest ? undefined : parse(text);
  } catch {
    return undefined;
  }
}

const longest = 100_000;
const lineOf = (key: string) => new RegExp(`^([ \\t]*(?:"${key}"|'${key}'|${key})[ \\t]*=[ \\t]*)("[^"\\\\\\n]*"|'[^'\\n]*'|[\\w.+-]+)`, "m");

/** A value as it is written, where it stands on a line of its own. */
export const sourceOfTomlKey = (text: string, key: string): string | undefined => lineOf(key).exec(text)?.[2];

/** Sets a key of the outermost table: its line where there is one, else a line of its own before all others, where no table has begun. */
export function putTomlKey(text: string, key: string, source: string): string | undefined {
  const [before, value] = [readToml(text), readToml(`x = ${source}`)?.["x"]];
  if (before === undefined || value === undefined) return undefined;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const after = key in before ? text.replace(lineOf(key), (_, start: string) => start + source) : `${key} = ${source}${end}${text}`;
  // A line that looks so may stand within a text of several lines, or in a table: then something else has changed.
  return isSame(readToml(after), { ...before, [key]: value }) ? after : undefined;
}

/** The text without the line of a key; as it is where that would change anything else. */
export function takeTomlKey(text: string, key: string): string {
  const { [key]: _, ...rest } = readToml(text) ?? {};
  const after = text.replace(new RegExp(`${lineOf(key).source}[ \\t]*(?:\\r?\\n|$)`, "m"), "");
  return isSame(readToml(after), rest) ? after : text;
}

const isSame = (one: unknown, other: Readonly<Record<string, unknown>>) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value: unknown) => Object.entries(value ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
