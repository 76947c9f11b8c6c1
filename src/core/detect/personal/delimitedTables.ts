import { nameColumns } from "./judgeTable.ts";
import { endOfLine } from "./lines.ts";
import type { Place, Table } from "./table.ts";

const [maxHeader, maxRow, maxColumns] = [4000, 20_000, 400];

/** A table of values between commas, semicolons, tabs or bars, whose line of names is the given one; `next` is where it ends. */
export function readDelimitedTable(text: string, start: number, end: number): { readonly table: Table; readonly next: number } | undefined {
  const delimiter = end - start < maxHeader && mayStartHeader(text.charCodeAt(start)) && startsWithName(text, start) ? delimiterOf(text, start, end) : "";
  return delimiter === "" ? undefined : readTable(text, start, end, delimiter);
}

/** Letters, quotes, `#`, `|`, a byte order mark, and all that is not ASCII; a table is not indented. */
const mayStartHeader = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 34 || code === 35 || code === 124 || code === 95 || code > 127;

/** Whether what could be a name has a delimiter behind it: tells code from names before a pattern has to. */
function startsWithName(text: string, start: number): boolean {
  let at = text.charCodeAt(start) === 124 ? start + 1 : start;
  while (at - start < 52 && isInName(text.charCodeAt(at))) at += 1;
  const code = text.charCodeAt(at);
  return code === 44 || code === 59 || code === 9 || code === 124;
}

/** Letters, digits, space, `"`, `#`, `-`, `.`, `/`, `_`. */
const isInName = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 45 && code <= 57) || code === 32 || code === 95 || code === 34 || code === 35 || code > 127;

const firstName = /[\uFEFF#| ]{0,3}"?[\p{L}_][\p{L}\p{M}\w ./#-]{0,47}"?[ ]{0,40}([,;\t|])[ ]{0,40}"?[\p{L}_][\p{L}\p{M}\w ./#-]{0,47}"?[ ]{0,40}\1/uy;

/** What stands between the first three names of a line of names. */
function delimiterOf(text: string, start: number, end: number): string {
  firstName.lastIndex = start;
  const match = firstName.exec(text);
  return match === null || match.index + match[0].length > end ? "" : match[1] ?? "";
}

function readTable(text: string, start: number, end: number, delimiter: string): { readonly table: Table; readonly next: number } | undefined {
  const header = readRow(text, start, end, delimiter);
  const columns = header.map((place) => text.slice(place.start, place.end).replace(/^[\uFEFF#]\s*/, ""));
  if (columns.length < 3 || columns.length > maxColumns || nameColumns(columns).about === undefined) return undefined;
  const rows: Place[][] = [];
  let from = end + 1;
  let strange = 0;
  while (from < text.length && strange < 2) {
    const to = endOfLine(text, from);
    const isRule = /^[\s|+:-]*$/.test(text.slice(from, Math.min(to, from + 400))) && to > from + 1;
    const row = to - from > maxRow || isRule ? [] : readRow(text, from, to, delimiter);
    if (row.length === columns.length) rows.push(row);
    if (isRule) { from = to + 1; continue; }
    if (to - from < 2) break;
    strange = row.length === columns.length ? 0 : strange + 1;
    from = to + 1;
  }
  return { table: { columns, header: { start, end: trimEnd(text, start, end) }, rows }, next: rows.length === 0 ? end + 1 : from };
}

/** Values between delimiters, without their quotes and the spaces around; a quoted one may hold the delimiter, but no line end. */
function readRow(text: string, start: number, lineEnd: number, delimiter: string): Place[] {
  const end = trimEnd(text, start, lineEnd);
  const bars = delimiter === "|";
  const places: Place[] = [];
  let from = bars && text.charAt(start) === "|" ? start + 1 : start;
  const last = bars && text.charAt(end - 1) === "|" ? end - 1 : end;
  while (from <= last && places.length <= maxColumns) {
    const quoted = text.charAt(from) === "\"";
    const closing = quoted ? closingQuote(text, from + 1, last) : from;
    const at = text.indexOf(delimiter, closing);
    const to = at < 0 || at > last ? last : at;
    places.push(quoted && closing < last ? { start: from + 1, end: closing } : trim(text, from, to));
    from = to + 1;
    if (to === last) break;
  }
  return places;
}

function closingQuote(text: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    if (text.charCodeAt(at) !== 34) continue;
    if (text.charCodeAt(at + 1) !== 34) return at;
    at += 1;
  }
  return end;
}

function trimEnd(text: string, start: number, end: number): number {
  return end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function trim(text: string, from: number, to: number): Place {
  let [start, end] = [from, to];
  while (start < end && text.charCodeAt(start) <= 32) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1;
  return { start, end };
}
