/** Cheap questions about the characters around a keyword, which spare most places the pattern. Made by the build from the pattern. */
export interface Guard {
  /** Those of which the same is asked. */
  readonly keywords: readonly string[];
  /** From the start of the match to the keyword, if that is not where it starts. */
  readonly distance?: number;
  /** What must stand before the match: no letter of a word; no small letter before a small one; nothing on the same line. */
  readonly start?: "word" | "name" | "line";
  /** Where only a name stands before the assignment: how many characters from the keyword on it is at most. */
  readonly name?: number;
  /** Characters, by place from the keyword on: first place, last place, and the ranges they must be in (`toRanges`). */
  readonly places?: readonly (readonly [number, number, string])[];
}

/** A guard with its ranges as tables. */
export interface ReadyGuard {
  readonly distance: number;
  readonly start: "word" | "name" | "line" | "free";
  readonly name: number;
  readonly places: readonly { readonly from: number; readonly to: number; readonly table: Uint8Array }[];
}

export function readyGuard({ distance = 0, start, name = 0, places = [] }: Guard, tableOf: (ranges: string) => Uint8Array): ReadyGuard {
  return { distance, start: start ?? "free", name, places: places.map(([from, to, ranges]) => ({ from, to, table: tableOf(ranges) })) };
}

/** How far from the start of a keyword on it and its questions look. */
export const guardReach = ({ keywords, name = 0, places = [] }: Guard): number => Math.max(name + 2, ...keywords.map(({ length }) => length), ...places.map(([, to]) => to + 1));

/** Whether the pattern is worth trying for a keyword that stands at `at`. */
export function mayMatch({ distance, start, name, places }: ReadyGuard, text: string, at: number): boolean {
  if (start !== "free" && !mayStart(text, at - distance, start)) return false;
  for (const { from, to, table } of places) {
    if (at + to >= text.length) return false;
    for (let index = at + from; index <= at + to; index += 1) {
      if (table[Math.min(text.charCodeAt(index), beyond)] === 0) return false;
    }
  }
  return name === 0 || mayBeAssigned(text, at, name);
}

const beyond = 128;

/** A table of ranges, the same one for the same ranges: few kinds of characters make up all tokens. */
export function createTables(): (ranges: string) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  return (ranges) => {
    const found = known.get(ranges);
    if (found !== undefined) return found;
    const table = tableFrom(ranges);
    known.set(ranges, table);
    return table;
  };
}

function tableFrom(ranges: string): Uint8Array {
  const table = new Uint8Array(beyond + 1);
  for (let index = 0; index < ranges.length; index += 2) table.fill(1, ranges.charCodeAt(index), ranges.charCodeAt(index + 1) + 1);
  return table;
}

const isWord = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
const isSmall = (code: number) => code >= 97 && code <= 122;

/** What `wordStart` and the check `named` say, without a regular expression: `\n` and `%3D` are no letters. */
function mayStart(text: string, at: number, start: "word" | "name" | "line"): boolean {
  const before = text.charCodeAt(at - 1);
  if (start === "line") return at === 0 || before === 10;
  if (start === "name") return !isSmall(before) || !isSmall(text.charCodeAt(at));
  return !isWord(before) || text.charCodeAt(at - 2) === 92 || text.charCodeAt(at - 3) === 37;
}

// What `assigned` of ruleForms.ts may start with, white space beyond ASCII included.
const assigns = tableFrom("[[\t\r !\"\"''((++,,::=?\\\\]]``||\x80\x80");
const nameParts = tableFrom("--..09AZ__az");

/** A name that ends within `longest` characters, and behind it what may lead to a value: most words `key` and `token` in code have none. */
function mayBeAssigned(text: string, at: number, longest: number): boolean {
  let end = at;
  const last = Math.min(text.length, at + longest + 2);
  while (end < last && nameParts[Math.min(text.charCodeAt(end), beyond)] === 1) end += 1;
  return end < last && assigns[Math.min(text.charCodeAt(end), beyond)] === 1;
}
