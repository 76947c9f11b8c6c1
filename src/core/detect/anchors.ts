import { pairCost } from "./randomness.ts";

/** Calls back for every place where a keyword stands, in the order of places; at least for all between `from` and `to`. */
export type AnchorSearch = (text: string, found: (keyword: number, start: number) => void, from?: number, to?: number) => void;

interface Anchor {
  readonly keyword: number;
  readonly text: string;
  /** From the start of the keyword to the last of the characters that it is entered under. */
  readonly last: number;
}

const fours = 1 << 17;
const mask = (1 << 20) - 1;
/** What a small letter has and a capital has not. Other characters may change by it; what is found is compared in full. */
const caseBit = 32;
// Small enough to stay in the processor's first cache, and that a single letter beyond ASCII slows down only what is around it.
const pieceSize = 8192;

interface Tables {
  /** A bit for each hash of four characters that a keyword is entered under: thousands of keywords are one in a hundred of them. */
  readonly bits: Uint32Array;
  /** By a shorter hash, which bucket those keywords are in. */
  readonly places: Uint16Array;
  readonly buckets: readonly (readonly Anchor[])[];
}

/**
 * Searches for all keywords (lower case, ASCII, three characters or more) at once, with case folded: each is entered in a table under
 * a hash of its four rarest neighbouring characters, and the text is rolled over that table once, as bytes.
 */
export function createAnchorSearch(keywords: readonly string[]): AnchorSearch {
  const { bits, places, buckets } = enter(keywords);
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(pieceSize);
  const longest = Math.max(0, ...keywords.map(({ length }) => length));
  return (text, found, first = 0, last = text.length) => {
    const end = Math.min(text.length, last + longest);
    // Each piece starts with the last three characters of the one before, so that four are always in view.
    for (let from = Math.max(0, first); from < end; from += pieceSize - 3) {
      const piece = text.slice(from, Math.min(end, from + pieceSize));
      const { read, written } = encoder.encodeInto(piece, bytes);
      if (read !== piece.length || written !== piece.length) copyAscii(piece, bytes);
      const start = from === Math.max(0, first) ? 2 : 3;
      for (let at = nextHit(bits, bytes, start, piece.length); at < piece.length; at = nextHit(bits, bytes, at + 1, piece.length)) {
        report(text, from + at, buckets[places[shorter(hashAt(bytes, at))] ?? 0] ?? none, found);
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

/** What is beyond ASCII becomes a character that no keyword holds. */
function copyAscii(piece: string, bytes: Uint8Array): void {
  for (let index = 0; index < piece.length; index += 1) bytes[index] = Math.min(piece.charCodeAt(index), 127);
}

const none: readonly Anchor[] = [];

function report(text: string, at: number, anchors: readonly Anchor[], found: (keyword: number, start: number) => void): void {
  for (const { keyword, text: wanted, last } of anchors) {
    const start = at - last;
    if (start >= 0 && standsAt(text, start, wanted)) found(keyword, start);
  }
}

function enter(keywords: readonly string[]): Tables {
  const bits = new Uint32Array((mask + 1) / 32);
  const places = new Uint16Array(fours);
  const buckets: Anchor[][] = [[]];
  for (const [keyword, text] of keywords.entries()) {
    const last = text.length === 3 ? 2 : rarestFour(text) + 3;
    const anchor = { keyword, text, last };
    for (const hash of text.length === 3 ? afterAnything(text) : [hashOf(text, last)]) {
      bits[hash >>> 5] = (bits[hash >>> 5] ?? 0) | (1 << (hash & 31));
      const place = shorter(hash);
      if (places[place] === 0) places[place] = buckets.push([]) - 1;
      const bucket = buckets[places[place] ?? 0];
      if (bucket?.includes(anchor) === false) bucket.push(anchor);
    }
  }
  return { bits, places, buckets };
}

// The program that agents start does all this in each call, so nothing is made here only to be thrown away.
const hashOf = (text: string, last: number) => roll(roll(roll(roll(0, text.charCodeAt(last - 3)), text.charCodeAt(last - 2)), text.charCodeAt(last - 1)), text.charCodeAt(last));

/** The hashes of three characters and whatever stands before them, the start of the text included. */
function afterAnything(text: string): readonly number[] {
  const hashes: number[] = [];
  // Of two that differ in the case bit only, one.
  for (let code = 0; code < 128; code += 1) if ((code & caseBit) !== 0) hashes.push(roll(roll(roll(code, text.charCodeAt(0)), text.charCodeAt(1)), text.charCodeAt(2)));
  return hashes;
}

const fold = (code: number) => (code >= 65 && code <= 90 ? code + 32 : code);

function standsAt(text: string, start: number, wanted: string): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    if (fold(text.charCodeAt(start + index)) !== wanted.charCodeAt(index)) return false;
  }
  return true;
}

/** Fewer false alarms of the table: `sswo` is rarer in source code than `pass`. */
function rarestFour(keyword: string): number {
  const best = { at: 0, cost: -1 };
  let [first, second] = [pairCost(keyword, 1), pairCost(keyword, 2)];
  for (let at = 0; at < keyword.length - 3; at += 1) {
    const third = pairCost(keyword, at + 3);
    if (first + second + third > best.cost) Object.assign(best, { at, cost: first + second + third });
    [first, second] = [second, third];
  }
  return best.at;
}
