/** A file that a prompt names, as the person typed it: `#file:key.pem`, `#src/app.ts`, `@README.md`, `#folder:src`. */
export interface Mention {
  /** With `/` separators, without quotes, line numbers and trailing punctuation. Empty: the file in front (`#selection`). */
  readonly name: string;
  /** What is in the folder travels along. */
  readonly folder: boolean;
  /** Looks enough like a file to search the workspace for it; `@name` without dot or slash is somebody, not something. */
  readonly searched: boolean;
}

// After a word character it is an address (a@b.c) or a fragment (page.html#top). Quotes hold names with spaces.
const pattern = /(?<![\w/])([#@])(?:(file|folder|dir|sym|symbol):)?("[^"\n]*"|'[^'\n]*'|[^\s"'`<>|]+)/gi;
const inFront = new Set(["selection", "editor", "file", "activeeditor"]);
const folders = new Set(["folder", "dir"]);
const symbols = new Set(["sym", "symbol"]);

/** The files a prompt names, each once, in order. Pure; which files those names stand for is for the workspace to say. */
export function parseMentions(text: string): readonly Mention[] {
  const mentions = [...text.matchAll(pattern)].flatMap(([, sign = "", kind = "", raw = ""]) => toMention(sign, kind.toLowerCase(), raw));
  return [...new Map(mentions.map((mention) => [`${mention.folder} ${mention.name}`, mention])).values()];
}

function toMention(sign: string, kind: string, raw: string): readonly Mention[] {
  if (symbols.has(kind)) return [];
  const name = toName(raw);
  if (kind === "" && sign === "#" && inFront.has(name.toLowerCase())) return [{ name: "", folder: false, searched: false }];
  if (name === "") return [];
  return [{ name, folder: folders.has(kind) || raw.endsWith("/"), searched: sign === "#" || /[./]/.test(name) }];
}

function toName(raw: string): string {
  const quoted = /^["'](.*)["']$/.exec(raw)?.[1];
  const plain = quoted ?? raw.replace(/[.,;:!?)\]}]+$/, "");
  return plain.replaceAll("\\", "/").replace(/(?::\d+(?:-\d+)?|#L\d+(?:-L?\d+)?)$/, "").replace(/^\.\//, "").replace(/\/+$/, "");
}
