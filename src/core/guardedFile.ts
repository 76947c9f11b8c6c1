/**
 * A small secret file, line by line: what may be seen at once (comments, names) and what only on request (values).
 * Offsets are UTF-16 code units of the text as it is on disk, byte order mark and line ends included, so that an edit
 * changes nothing but its own range.
 */
export type GuardedEntry = BlankEntry | CommentEntry | AssignmentEntry | PemEntry | UnknownEntry;

interface Lines {
  /** Of the entry's lines, without the last line end. */
  readonly start: number;
  readonly end: number;
}
export interface BlankEntry extends Lines { readonly kind: "blank" }
export interface CommentEntry extends Lines { readonly kind: "comment" }
/** `NAME=value`, also behind `export`, and also when commented out: what was a password yesterday is often still one. */
export interface AssignmentEntry extends Lines {
  readonly kind: "assignment";
  readonly name: string;
  readonly commented: boolean;
  /** Around the value; "" for none. */
  readonly quote: Quote;
  /** Of the value without its quotes. */
  readonly value: Range;
}
export interface PemEntry extends Lines {
  readonly kind: "pem";
  /** What BEGIN names, such as PRIVATE KEY. */
  readonly name: string;
  readonly value: Range;
}
/** A line of no known form: hidden as a whole. */
export interface UnknownEntry extends Lines { readonly kind: "unknown"; readonly value: Range }

export type Quote = "" | '"' | "'" | "`";
export interface Range { readonly start: number; readonly end: number }

// What does not look like a name might be the secret itself (a token with = in it, a URL with a password): no name is seen in it.
const assignment = /^(\s*)(#\s*)?((?:export\s+)?)([A-Za-z_][\w.-]*|\/\/[\w.\-/:]{1,200}:_\w+)(\s*=\s*|:\s+)/;
const pemBegin = /^-----BEGIN ([A-Z0-9 ]{1,60})-----\s*$/;

/** Every line of the text in exactly one entry, in order. Never throws. */
export function parseGuardedFile(text: string): readonly GuardedEntry[] {
  const entries: GuardedEntry[] = [];
  // The mark is no part of the first name.
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length;) {
    const entry = parseEntry(text, at, endOfLine(text, at));
    entries.push(entry);
    at = afterLineEnd(text, entry.end);
  }
  return entries;
}

function parseEntry(text: string, start: number, end: number): GuardedEntry {
  const line = text.slice(start, end);
  if (line.trim() === "") return { kind: "blank", start, end };
  const pem = pemBegin.exec(line);
  if (pem !== null) return parsePem(text, start, end, pem[1] ?? "");
  const match = assignment.exec(line);
  if (match !== null && !isPadding(line, match)) return parseAssignment(text, start, end, match);
  return /^\s*(#|;|\/\/)/.test(line) ? { kind: "comment", start, end } : { kind: "unknown", start, end, value: { start, end } };
}

/** The last line of something in base64 ends like an assignment of nothing. */
function isPadding(line: string, [whole, , , , name = ""]: RegExpExecArray): boolean {
  return /^=*$/.test(line.slice(whole.length)) && name.length >= 16 && !/^[A-Z][A-Z0-9]*_[A-Z0-9_]*$/.test(name);
}

function parsePem(text: string, start: number, lineEnd: number, name: string): GuardedEntry {
  const last = text.indexOf(`-----END ${name}-----`, lineEnd);
  const bodyStart = afterLineEnd(text, lineEnd);
  // A key that was cut off: all that follows is hidden with it.
  if (last < 0) return { kind: "pem", name, start, end: text.length, value: { start: Math.min(bodyStart, text.length), end: text.length } };
  return { kind: "pem", name, start, end: endOfLine(text, last), value: { start: bodyStart, end: Math.max(bodyStart, beforeLineEnd(text, last)) } };
}

function parseAssignment(text: string, start: number, end: number, match: RegExpExecArray): GuardedEntry {
  const [whole, , hash, , name = ""] = match;
  const from = start + whole.length;
  const base = { kind: "assignment" as const, start, name, commented: hash !== undefined };
  const quote = text[from];
  if (from < end && (quote === '"' || quote === "'" || quote === "`")) {
    const close = closingQuote(text, from + 1, quote, hash === undefined ? text.length : end);
    if (close !== undefined) return { ...base, quote, end: endOfLine(text, close), value: { start: from + 1, end: close } };
  }
  const comment = /\s#/.exec(text.slice(from, end));
  const stop = comment === null ? end : from + comment.index;
  return { ...base, quote: "", end, value: { start: from, end: from + text.slice(from, stop).trimEnd().length } };
}

/** Only double quotes know escapes. `undefined`: never closed, so it is no quote. */
function closingQuote(text: string, from: number, quote: string, limit: number): number | undefined {
  for (let at = from; at < limit; at++) {
    if (quote === '"' && text[at] === "\\") at += 1;
    else if (text[at] === quote) return at;
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === "\n" || text[at] === "\r") return at;
  return text.length;
}

function afterLineEnd(text: string, end: number): number {
  return text.startsWith("\r\n", end) ? end + 2 : end + 1;
}

function beforeLineEnd(text: string, start: number): number {
  if (text.startsWith("\r\n", start - 2)) return start - 2;
  return text[start - 1] === "\n" || text[start - 1] === "\r" ? start - 1 : start;
}
