import { parseGuardedFile, type AssignmentEntry, type GuardedEntry, type Quote } from "./guardedFile.ts";

/** The text with another value in an entry; everything else stays as it is, byte for byte. */
export function replaceValue(text: string, entry: GuardedEntry, value: string): string {
  if (entry.kind === "blank" || entry.kind === "comment") return text;
  const lines = value.replaceAll(/\r\n|\r|\n/g, lineEndOf(text));
  if (entry.kind !== "assignment") return splice(text, entry.value.start, entry.value.end, lines);
  const { quote } = entry;
  const wanted = entry.commented ? lines.replaceAll(/[\r\n]+/g, " ") : lines;
  const width = quote.length;
  return splice(text, entry.value.start - width, entry.value.end + width, quoted(wanted, quote));
}

/** The text with a new line after all others. The name has been checked with `isName`. */
export function addAssignment(text: string, name: string, value: string): string {
  const end = lineEndOf(text);
  const open = text === "" || text === "\uFEFF" || /[\r\n]$/.test(text);
  return `${text}${open ? "" : end}${name}=${quoted(value.replaceAll(/\r\n|\r|\n/g, end), "")}${end}`;
}

/** The text without the lines of an entry. */
export function removeEntry(text: string, entry: GuardedEntry): string {
  const after = text.startsWith("\r\n", entry.end) ? entry.end + 2 : Math.min(text.length, entry.end + 1);
  return splice(text, entry.start, after, "");
}

/** Could stand before an equals sign: read back, it gives the same name. */
export function isName(name: string): boolean {
  const [entry, ...rest] = parseGuardedFile(`${name}=x`);
  return rest.length === 0 && entry?.kind === "assignment" && !entry.commented && entry.name === name && entry.start === 0;
}

/** Keeps the quotes that are there while they can hold the value, else takes the mildest that can. */
function quoted(value: string, current: Quote): string {
  const candidates: readonly Quote[] = [current, "", "'", '"', "`"];
  const fitting = candidates.find((quote) => readsBack(value, quote));
  if (fitting !== undefined) return `${fitting}${value}${fitting}`;
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function readsBack(value: string, quote: Quote): boolean {
  // Would be no quote here, but one as soon as its like stands further down in the file.
  if (quote === "" && /^["'`]/.test(value)) return false;
  const text = `A=${quote}${value}${quote}`;
  const entries = parseGuardedFile(text);
  const only = entries.length === 1 ? (entries[0] as AssignmentEntry) : undefined;
  return only?.quote === quote && text.slice(only.value.start, only.value.end) === value;
}

const lineEndOf = (text: string) => /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
const splice = (text: string, start: number, end: number, insert: string) => text.slice(0, start) + insert + text.slice(end);
