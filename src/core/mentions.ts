/** A file that a prompt names, as the person typed it: `#file:key.pem`, `#src/app.ts`, `@README.md`, `#folder:src`. */
export interface Mention {
  /** With `/` separators, without quotes, line numbers and trailing punctuation. Empty: the file in front (`#selection`). */
  readonly name: string;
  /** What is in the folder travels along. */
  readonly folder: boolean;
  /** How much it looks like a file; `somebody` (`@name`) is not searched for in the workspace, `results` cannot be; a `symbol`'s file is. */
  readonly shape: "file" | "symbol" | "word" | "somebody" | "front" | "results";
}

/** The mentions to look up, and whether what was left out looks like files or only like words. */
export interface LimitedMentions {
  readonly looked: readonly Mention[];
  readonly left: "nothing" | "words" | "files";
}

// After a word character it is an address (a@b.c) or a fragment (page.html#top). Quotes hold names with spaces.
const pattern = /(?<![\w/])([#@])(?:(file|folder|dir|sym|symbol):)?("[^"\n]*"|'[^'\n]*'|[^\s"'`<>|]+)/gi;
const inFront = new Set(["selection", "editor", "file", "activeeditor"]);
const folders = new Set(["folder", "dir"]);
const symbols = new Set(["sym", "symbol"]);
// Pasted code is full of signs: a colour or an issue's number, a line for the preprocessor, a selector's or decorator's brackets.
const number = /^(?:\d+|(?=[a-f]*\d)(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8}))$/i;
const directive = /^(?:include|define|undef|if|ifdef|ifndef|elif|else|endif|pragma|error|line|region|endregion)$/;
const code = /[{};=]|\((?![^()]*\))/;

/** The files a prompt names, each once, in order. Pure; which files those names stand for is for the workspace to say. */
export function parseMentions(text: string): readonly Mention[] {
  const mentions = [...text.matchAll(pattern)].flatMap(({ index, 1: sign = "", 2: kind = "", 3: raw = "" }) => (isDirective(text, index, sign, raw) ? [] : toMention(sign, kind.toLowerCase(), raw)));
  return [...new Map(mentions.map((mention) => [`${mention.shape === "symbol"} ${mention.folder} ${mention.name}`, mention])).values()];
}

const anywhere = /@((?:\\.|[^\s"'`<>|\\])+)/g;
const maxAttached = 5000;

/** Names behind any `@`, as clients take them that mind no word before it, with a backslash before a space. Whoever asks looks whether there is such a file. */
export function parseLooseMentions(text: string): readonly string[] {
  const names = [...text.matchAll(anywhere)].slice(0, maxAttached).map(([, raw = ""]) => raw.replace(/\\(.)/g, "$1"));
  return [...new Set(names.flatMap((name) => [name, toName(name)]))].filter((name) => name !== "");
}

/** At most `max` of them, those first that look most like files. */
export function limitMentions(mentions: readonly Mention[], max: number): LimitedMentions {
  const certain = mentions.filter(({ shape }) => shape !== "word" && shape !== "somebody");
  const rest = [...mentions.filter(({ shape }) => shape === "word"), ...mentions.filter(({ shape }) => shape === "somebody")];
  const left = certain.length > max ? "files" : mentions.length > max ? "words" : "nothing";
  return { looked: [...certain, ...rest].slice(0, max), left };
}

function toMention(sign: string, kind: string, raw: string): readonly Mention[] {
  const name = toName(raw);
  if (symbols.has(kind)) return name === "" ? [] : [{ name, folder: false, shape: "symbol" }];
  if (kind === "" && sign === "#" && inFront.has(name.toLowerCase())) return [{ name: "", folder: false, shape: "front" }];
  if (kind === "" && sign === "#" && name.toLowerCase() === "searchresults") return [{ name, folder: false, shape: "results" }];
  const meant = kind !== "" || /^["']/.test(raw);
  if (name === "" || (!meant && (number.test(name) || code.test(name)))) return [];
  const shape = meant || /[./]/.test(name) || raw.endsWith("/") ? "file" : sign === "#" ? "word" : "somebody";
  return [{ name, folder: folders.has(kind) || raw.endsWith("/"), shape }];
}

function isDirective(text: string, index: number, sign: string, raw: string): boolean {
  return sign === "#" && directive.test(raw) && text.slice(text.lastIndexOf("\n", index - 1) + 1, index).trim() === "" && /^[ \t]*\S/.test(text.slice(index + 1 + raw.length, index + 200 + raw.length));
}

function toName(raw: string): string {
  const quoted = /^["'](.*)["']$/.exec(raw)?.[1];
  const plain = quoted ?? raw.replace(/[.,;:!?)\]}]+$/, "");
  return plain.replaceAll("\\", "/").replace(/(?::\d+(?:-\d+)?|#L\d+(?:-L?\d+)?)$/, "").replace(/^\.\//, "").replace(/\/+$/, "");
}
