/** A number from 0 up to, not including, `limit`, that nobody can foresee. */
export type Random = (limit: number) => number;

const small = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const shortestToken = 24;

/**
 * Something of the same kind and shape that says nothing of the value but its prefix, which is public, and for a token its
 * length and kinds of characters. The word `example`, or ten zeros where no letters may stand, tells detectors and people what it is.
 */
export function placeholderFor(value: string, prefix: string, random: Random): string {
  const key = /^(?<first>-----BEGIN [A-Z0-9 ]{1,40}-----)(?<between>(?:\\[nr]|\s){0,80})[^]*?(?<last>-----END [A-Z0-9 ]{1,40}-----)?$/.exec(value)?.groups;
  if (key !== undefined) return [key["first"], `EXAMPLE${letters(small.toUpperCase() + digits, 25, random)}`, key["last"] ?? ""].join(key["between"]);
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return `example-${letters(small, 10, random)}@example.com`;
  const rest = value.slice(prefix.length);
  const marker = markerFor(rest);
  const isToken = value.length >= shortestToken && rest.length >= marker.length + 8 && !/\s/.test(value);
  return isToken ? prefix + marker + letters(alphabetOf(rest), rest.length - marker.length, random) : `${prefix}example${letters(small + digits, 12, random)}`;
}

function markerFor(rest: string): string {
  if (/^[\da-fA-F]+$/.test(rest)) return "0".repeat(10);
  return /[a-z]/.test(rest) ? "example" : "EXAMPLE";
}

/** Signs are left out: they would end a word, a string or an address. */
function alphabetOf(rest: string): string {
  const isHex = /^[\da-fA-F]+$/.test(rest);
  const kinds = [/[a-z]/.test(rest) ? small : "", /[A-Z]/.test(rest) ? small.toUpperCase() : "", /\d/.test(rest) ? digits : ""].map((kind) => (isHex ? kind.replaceAll(/[g-z]/gi, "") : kind));
  return kinds.join("");
}

const letters = (alphabet: string, count: number, random: Random) => Array.from({ length: count }, () => alphabet.charAt(random(alphabet.length))).join("");
