import { pairCost } from "./randomness.ts";

/** Calls back for every place where a keyword stands, in the order of places. */
export type AnchorSearch = (text: string, found: (keyword: number, start: number) => void) => void;

interface Anchor {
  readonly keyword: number;
  readonly codes: readonly number[];
  /** Where in the keyword its three characters stand. */
  readonly offset: number;
}

const tableSize = 1 << 15;

/**
 * Searches for all keywords (lower case, three characters or more) at once, with ASCII case folded: each is entered in a
 * table under a hash of its three rarest neighbouring characters, and the text is rolled over that table once.
 */
export function createAnchorSearch(keywords: readonly string[]): AnchorSearch {
  const anchors = keywords.map((keyword, index): Anchor => ({ keyword: index, codes: Array.from(keyword, (char) => char.charCodeAt(0)), offset: rarestThree(keyword) }));
  const buckets = new Map<number, Anchor[]>();
  for (const anchor of anchors) {
    const hash = anchor.codes.slice(anchor.offset, anchor.offset + 3).reduce(roll, 0);
    buckets.set(hash, [...(buckets.get(hash) ?? []), anchor]);
  }
  const table = new Uint8Array(tableSize);
  for (const hash of buckets.keys()) table[hash] = 1;
  return (text, found) => {
    let hash = 0;
    for (let index = 0; index < text.length; index += 1) {
      hash = roll(hash, fold(text.charCodeAt(index)));
      if (table[hash] === 0) continue;
      for (const { keyword, codes, offset } of buckets.get(hash) ?? []) {
        const start = index - 2 - offset;
        if (start >= 0 && standsAt(text, start, codes)) found(keyword, start);
      }
    }
  };
}

// A shift by five and fifteen bits: what is older than three characters is gone.
const roll = (hash: number, code: number) => ((hash << 5) ^ code) & (tableSize - 1);

const fold = (code: number) => (code >= 65 && code <= 90 ? code + 32 : code);

function standsAt(text: string, start: number, codes: readonly number[]): boolean {
  for (let index = 0; index < codes.length; index += 1) {
    if (fold(text.charCodeAt(start + index)) !== codes[index]) return false;
  }
  return true;
}

/** Fewer false alarms of the table: `sswo` is rarer in source code than `pas`. */
function rarestThree(keyword: string): number {
  const costs = Array.from({ length: keyword.length - 2 }, (_, at) => pairCost(keyword, at + 1) + pairCost(keyword, at + 2));
  return costs.indexOf(Math.max(...costs));
}
