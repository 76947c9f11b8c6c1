import { parse as parseJsonc, type ParseError } from "jsonc-parser";
import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";

export type ConfigFormat = "json" | "toml" | "yaml";

/** What a configuration says. `sound: false`: it is not as its format wants; what could be read of it is in `value`. */
export interface Config {
  readonly value: unknown;
  readonly sound: boolean;
}

// Of a text that is not JSON a parser makes what it can, in time that grows with it: clients that tolerate comments have small files.
const longestTolerated = 1_000_000;
// Their parsers take a second for a megabyte, and a repository may bring many such files; what people write is a hundredth of this.
const longestOther = 100_000;

/** Reads a configuration of whoever wrote it. Never throws: nesting without end and aliases of aliases are no configuration. */
export function readConfig(text: string, format: ConfigFormat): Config {
  if (format !== "json" && text.length > longestOther) return { value: undefined, sound: false };
  try {
    if (format === "toml") return { value: parseToml(text), sound: true };
    if (format === "yaml") return { value: parseYaml(text, { maxAliasCount: 20, logLevel: "silent" }), sound: true };
    return readJson(text);
  } catch {
    return { value: undefined, sound: false };
  }
}

function readJson(text: string): Config {
  if (text.trim() === "") return { value: undefined, sound: true };
  try {
    return { value: JSON.parse(text), sound: true };
  } catch {
    if (text.length > longestTolerated) return { value: undefined, sound: false };
    const errors: ParseError[] = [];
    const value: unknown = parseJsonc(text, errors, { allowTrailingComma: true });
    return { value, sound: errors.length === 0 };
  }
}
