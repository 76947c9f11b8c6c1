import { commonFours } from "./commonFours.ts";
import { pairCost } from "./randomness.ts";

/** Calls back for every place where a keyword stands, in the order of places; at least for all between `from` and `to`. */
export type AnchorSearch = (text: string, found: (keyword: number, start: number) => void, from?: number, to?: number) => void;

const fours = 1 << 17;
const mask = (1 << 20) - 1;
/** What is beyond ASCII becomes a character that no keyword holds, one for each code unit. */
const beyondAscii = /[^\0-\x7f]/g;
const none = "\x7f";
/** What a small letter has and a capital has not. Other characters may change by it; what is found is compared in full. */
const caseBit = 32;
// Small enough to stay in the processor's first cache, and that a single letter beyond ASCII slows down only what is around it.
const pieceSize = 8192;

interface Tables {
  /** A bit for each hash of four characters that a keyword is entered under: thousands of keywords are one in a hundred of them. */
  readonly bits: Uint32Array;
  /** By a shorter hash, the first entry of those keywords. */
  readonly heads: Uint32Array;
  /** By entry: its keyword, and the next entry under the same hash; 0 is none. */
  readonly entries: Uint32Array;
  readonly nexts: Uint32Array;
  /** By keyword: from its start to the last of the characters that it is entered under. */
  readonly lasts: Uint8Array;
}

/**
 * Searches for all keywords (lower case, ASCII, three characters or more) at once, with case folded: each is entered in a table under
 * a hash of its four rarest neighbouring characters, and the text is rolled over that table once, as bytes.
 */
export function createAnchorSearch(keywords: readonly string[], places = anchorPlaces(keywords)): AnchorSearch {
  const tables = enter(keywords, places);
  const { bits } = tables;
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(pieceSize);
  const longest = Math.max(0, ...keywords.map(({ length }) => length));
  return (text, found, first = 0, last = text.length) => {
    const end = Math.min(text.length, last + longest);
    // Each piece starts with the last three characters of the one before, so that four are always in view.
    for (let from = Math.max(0, first); from < end; from += pieceSize - 3) {
      const piece = text.slice(from, Math.min(end, from + pieceSize));
      const { read, written } = encoder.encodeInto(piece, bytes);
      if (read !== piece.length || written !== piece.length) encoder.encodeInto(piece.replaceAll(beyondAscii, none), bytes);
      const start = from === Math.max(0, first) ? 2 : 3;
      for (let at = nextHit(bits, bytes, start, piece.length); at < piece.length; at = nextHit(bits, bytes, at + 1, piece.length)) {
        report(tables, keywords, text, from + at, hashAt(bytes, at), found);
      }
    }
  };
}

/** The next place at which four characters end that are in the table; the length: there is none. */
function nextHit(bits: Uint32Array, bytes: Uint8Array, from: number, length: number): number {
  let hash = hashAt(bytes, from - 1);
  for (let at = from; at < length; at += 1) {
    hash = ((hash << 5) ^ ((bytes[at] as number) | caseBit)) & mask;
    if ((((bits[hash >>> 5] as number) >>> (hash & 31)) & 1) !== 0) return at;
  }
  return length;
}

// Shifts by five bits: twenty hold what four characters say, and what is older is gone.
const roll = (hash: number, code: number) => ((hash << 5) ^ (code | caseBit)) & mask;
const hashAt = (bytes: Uint8Array, at: number) => roll(roll(roll(roll(0, bytes[at - 3] ?? 0), bytes[at - 2] ?? 0), bytes[at - 1] ?? 0), bytes[at] ?? 0);
const shorter = (hash: number) => (hash ^ (hash >>> 7)) & (fours - 1);

function report({ heads, entries, nexts, lasts }: Tables, keywords: readonly string[], text: string, at: number, hash: number, found: (keyword: number, start: number) => void): void {
  for (let entry = heads[shorter(hash)] ?? 0; entry !== 0; entry = nexts[entry] ?? 0) {
    const keyword = entries[entry] ?? 0;
    const start = at - (lasts[keyword] ?? 0);
    if (start >= 0 && standsAt(text, start, keywords[keyword] ?? "")) found(keyword, start);
  }
}

/** Under which four of its characters each keyword is entered, one character for each keyword: the build does this, since it takes long. */
export function anchorPlaces(keywords: readonly string[]): string {
  const sharers = new Map<string, number>();
  for (const keyword of keywords) for (let at = 0; at < keyword.length - 3; at += 1) sharers.set(keyword.slice(at, at + 4), (sharers.get(keyword.slice(at, at + 4)) ?? 0) + 1);
  const everywhere = commonFours();
  return keywords.map((keyword) => (keyword.length === 3 ? "0" : String.fromCharCode(48 + rarestFour(keyword, (four) => sharers.get(four) ?? 1, everywhere)))).join("");
}

// The program that agents start does all this in each call, so nothing is made here only to be thrown away.
function enter(keywords: readonly string[], places: string): Tables {
  const size = 1 + keywords.reduce((sum, { length }) => sum + (length === 3 ? 128 : 1), 0);
  const tables: Tables = { bits: new Uint32Array((mask + 1) / 32), heads: new Uint32Array(fours), entries: new Uint32Array(size), nexts: new Uint32Array(size), lasts: new Uint8Array(keywords.length) };
  let free = 1;
  for (let keyword = keywords.length - 1; keyword >= 0; keyword -= 1) {
    const text = keywords[keyword] ?? "";
    if (text.length === 3) {
      tables.lasts[keyword] = 2;
      // Whatever stands before it, the start of the text included; of two that differ in the case bit only, one.
      for (let code = 0; code < 128; code += 1) if ((code & caseBit) !== 0) free = enterUnder(tables, roll(roll(roll(code, text.charCodeAt(0)), text.charCodeAt(1)), text.charCodeAt(2)), keyword, free);
    } else {
      // A place that is none, of a list for other keywords, must not lose one.
      const first = Math.max(0, Math.min(places.charCodeAt(keyword) - 48, text.length - 4)) || 0;
      tables.lasts[keyword] = first + 3;
      free = enterUnder(tables, roll(roll(roll(roll(0, text.charCodeAt(first)), text.charCodeAt(first + 1)), text.charCodeAt(first + 2)), text.charCodeAt(first + 3)), keyword, free);
    }
  }
  return tables;
}

/** Says which entry is the next one; the same keyword stands once under a hash. */
function enterUnder({ bits, heads, entries, nexts }: Tables, hash: number, keyword: number, free: number): number {
  bits[hash >>> 5] = (bits[hash >>> 5] ?? 0) | (1 << (hash & 31));
  const place = shorter(hash);
  const head = heads[place] ?? 0;
  if (head !== 0 && entries[head] === keyword) return free;
  entries[free] = keyword;
  nexts[free] = head;
  heads[place] = free;
  return free + 1;
}

const fold = (code: number) => (code >= 65 && code <= 90 ? code + 32 : code);

/** From its end on: keywords that share four letters mostly share what is before them too. */
function standsAt(text: string, start: number, wanted: string): boolean {
  for (let index = wanted.length - 1; index >= 0; index -= 1) {
    if (fold(text.charCodeAt(start + index)) !== wanted.charCodeAt(index)) return false;
  }
  return true;
}

/** More than three pairs can cost. */
const common = 100;

/** Fewer false alarms of the table: `sswo` is rarer in source code than `pass`; and what many keywords share, as `_tok`, has all of them looked at. */
function rarestFour(keyword: string, sharersOf: (four: string) => number, everywhere: ReadonlySet<string>): number {
  const best = { at: 0, cost: Number.NEGATIVE_INFINITY };
  let [first, second] = [pairCost(keyword, 1), pairCost(keyword, 2)];
  for (let at = 0; at < keyword.length - 3; at += 1) {
    const third = pairCost(keyword, at + 3);
    const four = keyword.slice(at, at + 4);
    const cost = first + second + third - 3 * Math.log2(sharersOf(four)) - (everywhere.has(four) ? common : 0);
    if (cost > best.cost) Object.assign(best, { at, cost });
    [first, second] = [second, third];
  }
  return best.at;
}
