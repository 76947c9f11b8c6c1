import { expandBraces } from "../../core/globIndex.ts";
import type { Channel } from "../../core/request.ts";
import type { Use } from "../dialect.ts";
import { fieldsOf, textIn } from "./fields.ts";

/** What one tool does, by its arguments, and the channel by which those arguments travel. */
export interface ToolReader {
  readonly channel: Channel;
  readonly uses: (input: unknown) => readonly Use[];
}

const maxGuesses = 200;
const maxPath = 4096;
const maxDepth = 20;

/** A file whose content comes back. */
export const reads = (...keys: readonly string[]): ToolReader => ({ channel: "fileRead", uses: named("read", keys) });
/** A file that is written; what is written travels from the model to the disk. */
export const writes = (...keys: readonly string[]): ToolReader => ({ channel: "fileWrite", uses: named("write", keys) });
/** A folder whose files' lines come back with their names. Without one it is the working folder. */
export const searches = (key: string): ToolReader => ({ channel: "search", uses: (input) => [{ kind: "search", path: textIn(input, key) ?? "." }] });
/** A search whose result nobody can change afterwards: what it is told to look in, a file or files by their names; what else it shows its own ignore lists say. */
export const searchesNamed = (...keys: readonly string[]): ToolReader => ({
  channel: "search",
  uses: (input) => {
    const names = globKeys.flatMap((key) => [fieldsOf(input)[key]].flat()).flatMap((glob) => (typeof glob === "string" ? namesOf(glob) : []));
    const root = keys.find((key) => !globKeys.includes(key) && textIn(input, key) !== undefined);
    return [
      ...keys.flatMap((key) => unknownTool.uses(textIn(input, key) ?? "")),
      ...(names.length === 0 ? [] : [{ kind: "searchNamed" as const, path: root === undefined ? "." : textIn(input, root) ?? ".", names }]),
    ];
  },
});

/** What clients call the field that narrows a search to some files. */
const globKeys: readonly string[] = ["glob", "globs", "include", "includes", "Includes", "includePattern", "include_pattern", "file_pattern"];

/** Base names that a glob asks for; one of nothing but wildcards asks for none. Braces within braces may stand for any. */
const namesOf = (glob: string): readonly string[] => expandBraces(glob).flatMap((each) => each.split(",")).map((each) => each.trim()).filter((each) => !each.startsWith("!"))
  .map((each) => each.slice(each.lastIndexOf("/") + 1)).filter((name) => /[^*?]/.test(name)).map((name) => (/[{}]/.test(name) ? "?" : name));
/** Names only: what a file is called is no content. */
export const lists: ToolReader = { channel: "search", uses: () => [] };
/** A command line. */
export const runs = (key: string, shell?: "powershell"): ToolReader => ({
  channel: "shell",
  uses: (input) => {
    const command = commandIn(input, key);
    return command === undefined ? guessed(input) : [{ kind: "run", command, ...(shell === undefined ? {} : { shell }) }];
  },
});
/** What is typed into a program that runs already: a shell takes it for a command, an interpreter for its text, and nobody says which it is. */
export const types = (key: string): ToolReader => ({
  channel: "shell",
  uses: (input) => {
    const text = textIn(input, key);
    return text === undefined ? guessed(input) : [{ kind: "run", command: text }, { kind: "run", command: `python3 -c ${quoted(text)}` }];
  },
});
/** A command line that starts in a folder of its own. */
export const runsIn = (key: string, folderKey: string): ToolReader => ({
  channel: "shell",
  uses: (input) => {
    const command = commandIn(input, key);
    const folder = textIn(input, folderKey) ?? "";
    return command === undefined ? guessed(input) : [{ kind: "run", command: folder === "" ? command : `cd ${quoted(folder)} && ${command}` }];
  },
});
/** A command line, or its words one by one. */
function commandIn(input: unknown, key: string): string | undefined {
  const words = fieldsOf(input)[key];
  return textIn(input, key) ?? (isWords(words) ? commandOf(words) : undefined);
}

const isWords = (value: unknown): value is readonly string[] => Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === "string");
const commandOf = (words: readonly string[]) => (words.length === 1 ? words[0] ?? "" : words.map((word) => quoted(word)).join(" "));
const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

/** Arguments that go to somebody else: a page, a search engine, another agent. */
export const sends: ToolReader = { channel: "mcp", uses: () => [] };

/** Patches in the form that Codex began with: the files stand in their headlines. */
export const patches: ToolReader = { channel: "fileWrite", uses: (input) => textsOf(input, 0).flatMap((text) => patchUses(text)) };

function patchUses(text: string): readonly Use[] {
  return [...text.matchAll(/^\*\*\* (Add File|Update File|Delete File|Move to): (.+)$/gm)].map(([, what, path = ""]) => ({ kind: what === "Delete File" ? "remove" : "write", path: path.trim() }));
}

function textsOf(value: unknown, depth: number): readonly string[] {
  if (typeof value === "string") return [value];
  if (depth > maxDepth) return [];
  return (Array.isArray(value) ? value : Object.values(fieldsOf(value))).flatMap((item) => textsOf(item, depth + 1));
}

function named(kind: "read" | "write", keys: readonly string[]): ToolReader["uses"] {
  return orGuessed((input) => keys.flatMap((key): readonly Use[] => {
    const path = textIn(input, key);
    return path === undefined || path === "" ? [] : [{ kind, path }];
  }));
}

/** What a reader finds, or where that is nothing whatever the arguments may be. */
export const orGuessed = (uses: ToolReader["uses"]): ToolReader["uses"] => (input) => {
  const found = uses(input);
  return found.length > 0 ? found : guessed(input);
};

/** A client that calls an argument otherwise than it did must not switch the guard off. */
export function guessed(input: unknown): readonly Use[] {
  const uses = unknownTool.uses(input);
  return uses.length > 0 ? uses : [{ kind: "more" }];
}

/**
 * A tool that nobody described, MCP tools among them: whatever may be a path is one if there is such a file, and what is
 * called a command is one. Never allowed by an unknown name.
 */
export const unknownTool: ToolReader = {
  channel: "mcp",
  uses: (input) => {
    const uses = guess(input, "", 0);
    const known = uses.filter(({ kind }) => kind !== "more");
    return known.length > maxGuesses || known.length < uses.length ? [...known.slice(0, maxGuesses), { kind: "more" }] : known;
  },
};

/** A tool of a client's own that its documentation does not name: what it does beside what can be guessed, `otherwise` decides. */
export const undocumentedTool: ToolReader = { channel: "mcp", uses: (input) => [...unknownTool.uses(input), { kind: "more" }] };

const runKeys = /^(?:command|cmd|commands|script|shell_?command|command_?line|bash|shell|chars)$/i;

function guess(value: unknown, key: string, depth: number): readonly Use[] {
  if (depth > maxDepth) return [{ kind: "more" }];
  if (typeof value === "string") return guessText(value, key);
  const below = Array.isArray(value) ? value.map((item: unknown) => [key, item] as const) : Object.entries(fieldsOf(value));
  const uses = below.slice(0, maxGuesses).flatMap(([name, item]) => guess(item, name, depth + 1));
  const apart = Array.isArray(value) ? [] : placedNames(fieldsOf(value));
  const words = runKeys.test(key) && isWords(value) ? [{ kind: "run", command: commandOf(value) } as const] : [];
  return [...words, ...uses, ...apart, ...(below.length > maxGuesses ? [{ kind: "more" } as const] : [])];
}

const folderKeys = /dir|folder|path|root|base|cwd|parent|location|project|repo/i;
// What people read: it may be called like a file.
const talkKeys = /^(?:title|subject|description|summary|message|comment|labels?|question|header|prompt|body)$/i;
const maxApart = 12;

/** `{ folder: "keys", name: "server.pem" }`: a folder and a name given apart. */
function placedNames(fields: Readonly<Record<string, unknown>>): readonly Use[] {
  const texts = Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" && value !== "" && value.length < maxPath && !value.includes("\n") ? [[name, value] as const] : [])).slice(0, maxApart);
  return texts.filter(([name]) => folderKeys.test(name)).flatMap(([name, folder]) => texts.filter(([other]) => other !== name && !talkKeys.test(other) && !runKeys.test(other)).map(([, file]) => ({ kind: "maybe" as const, path: `${folder.replace(/\/+$/, "")}/${file}` })));
}

function guessText(text: string, key: string): readonly Use[] {
  if (talkKeys.test(key)) return [];
  if (text.includes("*** Begin Patch")) return patchUses(text);
  if (runKeys.test(key)) return [{ kind: "run", command: text }];
  // In what language is not said: what it names in quotes counts in any.
  if (/^(?:code|source_?code)$/i.test(key)) return [{ kind: "run", command: `python3 -c ${quoted(text)}` }, ...guessText(text, "")];
  const path = text.trim();
  return path === "" || path.length > maxPath || path.includes("\n") ? [] : [{ kind: "maybe", path }];
}
