import { isEmptyObject, parseJsonText, putAt, removeWithEmpty, sourceAt, valueAt } from "../jsonText.ts";
import { putTomlKey, readToml, sourceOfTomlKey, takeTomlKey } from "./tomlKey.ts";

/** `source`: as it is written; absent where nothing stands there. */
interface Found {
  readonly value: unknown;
  readonly source?: string;
}

/** Reads and writes one setting of an assistant's own file, leaving all else as it is. Settings are named with dots between keys in keys. */
export interface PinText {
  /** `unclear`: nobody can tell what the text says. */
  readonly read: (text: string, setting: string) => Found | "unclear";
  /** `undefined`: it cannot be set without touching something else. `source`: the value as it is to be written. */
  readonly put: (text: string, setting: string, source: string) => string | undefined;
  readonly take: (text: string, setting: string) => string;
  readonly isEmpty: (text: string) => boolean;
}

const json: PinText = {
  read: (text, setting) => {
    if (text.trim() === "") return { value: undefined };
    if (parseJsonText(text)?.type !== "object") return "unclear";
    const [value, source] = [valueAt(text, setting.split(".")), sourceAt(text, setting.split("."))];
    return { value, ...(source === undefined ? {} : { source }) };
  },
  put: (text, setting, source) => putAt(text.trim() === "" ? "{}\n" : text, setting.split("."), JSON.parse(source), source),
  take: (text, setting) => removeWithEmpty(text, setting.split(".")),
  isEmpty: (text) => isEmptyObject(text),
};

/** Only keys of the outermost table, which is where the pinnable ones stand. */
const toml: PinText = {
  read: (text, setting) => {
    const table = readToml(text);
    if (table === undefined) return "unclear";
    return { value: table[setting], ...(setting in table ? { source: sourceOfTomlKey(text, setting) ?? JSON.stringify(table[setting]) } : {}) };
  },
  put: putTomlKey,
  take: takeTomlKey,
  isEmpty: (text) => text.trim() === "",
};

/** The file of a person in which an assistant's pinnable settings stand, from the home, with `/`. */
export const pinFiles: readonly { readonly assistant: string; readonly file: string; readonly text: PinText }[] = [
  { assistant: "claude-code", file: ".claude/settings.json", text: json },
  { assistant: "codex", file: ".codex/config.toml", text: toml },
  { assistant: "gemini", file: ".gemini/settings.json", text: json },
  { assistant: "qwen-code", file: ".qwen/settings.json", text: json },
];
