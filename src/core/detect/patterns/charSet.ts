/** A set of characters: a bit for each of ASCII, and one for all that are beyond it. */
export type CharSet = bigint;

const beyond = 128;
export const everything: CharSet = (1n << BigInt(beyond + 1)) - 1n;

export const only = (code: number): CharSet => 1n << BigInt(Math.min(code, beyond));
export const without = (set: CharSet): CharSet => everything & ~set;

export function between(first: number, last: number): CharSet {
  const from = BigInt(Math.min(first, beyond));
  return ((1n << (BigInt(Math.min(last, beyond)) - from + 1n)) - 1n) << from;
}

const digit = between(48, 57);
const word = digit | between(65, 90) | between(97, 122) | only(95);
// White space beyond ASCII shares its bit with all that is: a set here may be larger than the true one, never smaller.
const space = between(9, 13) | only(32) | only(beyond);

/** What `\d`, `\w`, `\s` and their opposites stand for; a complement keeps what is beyond ASCII. */
export const escapes = { d: digit, D: without(digit), w: word, W: without(word), s: space, S: without(space) | only(beyond) } as const;

/** Each letter in both cases. */
export function foldCase(set: CharSet): CharSet {
  const upper = set & between(65, 90);
  const lower = set & between(97, 122);
  return set | (upper << 32n) | (lower >> 32n);
}

/** Its ranges as pairs of first and last character: `09af` for hexadecimal digits. U+0080 stands for all beyond ASCII. */
export function toRanges(set: CharSet): string {
  const codes = Array.from({ length: beyond + 1 }, (_, code) => code).filter((code) => (set & only(code)) !== 0n);
  const starts = codes.filter((code) => !codes.includes(code - 1));
  return starts.map((start) => String.fromCharCode(start, codes.find((code) => code >= start && !codes.includes(code + 1)) ?? start)).join("");
}
