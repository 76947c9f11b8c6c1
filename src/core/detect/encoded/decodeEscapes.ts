import { longestStretch, type Decoded, type Place } from "./decoded.ts";
import type { Escape } from "./escapes.ts";

/** How far around an escape the line is looked at: a name before it, the rest of a value behind it. */
const sight = 600;

/** Calls back with what every stretch that holds such escapes stands for: parts of a line, or of lines that the escapes join. */
export function eachEscaped(text: string, escape: Escape, found: (decoded: Decoded) => void): void {
  let at = escape.next(text, 0);
  let floor = 0;
  while (at >= 0) {
    const start = Math.max(floor, startOfLine(text, at));
    const pieces: Piece[] = [];
    const end = readStretch(text, escape, start, at, pieces);
    found(decodedOf(text, pieces, end));
    floor = end;
    at = escape.next(text, end);
  }
}

/** What stands in the original from `at` on, until the next piece; an escape is a piece of its own. */
interface Piece { readonly at: number; readonly plain: string; readonly escaped: boolean }

/** Up to the end of the line, or to where nothing worth it has been for long. */
function readStretch(text: string, { sign, next, read }: Escape, start: number, first: number, pieces: Piece[]): number {
  let from = start;
  let worth = first;
  let limit = first + 1;
  for (let at = text.indexOf(sign, start); at >= 0 && at < limit && at < start + longestStretch;) {
    const found = read(text, at);
    const behind = at + (found?.length ?? 1);
    if (found !== undefined) {
      if (at > from) pieces.push({ at: from, plain: text.slice(from, at), escaped: false });
      pieces.push({ at, plain: found.plain, escaped: true });
      from = behind;
    }
    if (at >= worth) {
      limit = endOfLine(text, behind);
      worth = next(text, behind);
      if (worth < 0) worth = text.length;
    }
    at = text.indexOf(sign, behind);
  }
  if (limit > from) pieces.push({ at: from, plain: text.slice(from, limit), escaped: false });
  return Math.max(limit, from);
}

// Both look no further than that: a line of a million characters may have an escape in each.
function startOfLine(text: string, at: number): number {
  const from = Math.max(0, at - sight);
  return from + text.slice(from, at).lastIndexOf("\n") + 1;
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from, from + sight).indexOf("\n");
  return end < 0 ? Math.min(text.length, from + sight) : from + end;
}

function decodedOf(text: string, pieces: readonly Piece[], end: number): Decoded {
  const starts: number[] = [];
  let length = 0;
  for (const { plain } of pieces) {
    starts.push(length);
    length += plain.length;
  }
  return { text: pieces.map(({ plain }) => plain).join(""), placeOf: (from, to) => placeOf(pieces, starts, end, from, to) };
}

function placeOf(pieces: readonly Piece[], starts: readonly number[], end: number, from: number, to: number): Place {
  const first = pieceAt(starts, from);
  const last = pieceAt(starts, to - 1);
  const { at = end, escaped = true } = pieces[first] ?? {};
  const closing = pieces[last];
  return {
    start: at + (escaped ? 0 : from - (starts[first] ?? 0)),
    end: closing === undefined || closing.escaped ? pieces[last + 1]?.at ?? end : closing.at + to - (starts[last] ?? 0),
  };
}

/** The last piece that starts at a place or before it. */
function pieceAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
