import { distinct, entropy } from "./charCounts.ts";
import { caseCosts, classes, pairCosts } from "./pairCosts.ts";

const dash = classes.indexOf("-");
const other = classes.indexOf(".");

/** By character code: which column a character of ASCII has. */
const columns = new Uint8Array(128).fill(other);
for (const [index, char] of Array.from(classes + classes.toUpperCase()).entries()) columns[char.charCodeAt(0)] = index % classes.length;
for (const char of "_/") columns[char.charCodeAt(0)] = dash;

const column = (code: number) => columns[code] ?? other;

/** Bits of surprise of the character at `index` after the one before it. */
export function pairCost(text: string, index: number): number {
  return ((pairCosts[column(text.charCodeAt(index - 1))]?.charCodeAt(column(text.charCodeAt(index))) ?? 48) - 48) / 6;
}

/** Bits of surprise per character: words and names are near 4, random letters and digits above 6. */
export function rarity(text: string): number {
  let total = 0;
  for (let index = 1; index < text.length; index += 1) total += pairCost(text, index);
  return text.length < 2 ? 0 : total / (text.length - 1);
}

/** 0: small letter, 1: capital, 2: digit, 3: any other character, or none. */
export function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return 0;
  if (code >= 65 && code <= 90) return 1;
  return code >= 48 && code <= 57 ? 2 : 3;
}

/** Bits of surprise per character that a letter is a capital, or is not: next to none in `aWordLikeThis` and `HTTP_PORT`, whatever they spell. */
function caseRarity(text: string): number {
  let [total, first, second] = [0, 3, kindOf(text.charCodeAt(0))];
  for (let index = 1; index < text.length; index += 1) {
    const kind = kindOf(text.charCodeAt(index));
    if (kind < 2) total += caseCosts[(first * 4 + second) * 2 + kind] ?? 0;
    [first, second] = [second, kind];
  }
  return total / (text.length - 1);
}

/** Letters that read like words by chance do not also have their capitals where words have them: of ten that the pairs lose, nine are found. */
const hasRareCase = (text: string) => text.length >= 12 && /[a-z]/.test(text) && /[A-Z]/.test(text) && rarity(text) + caseRarity(text) / 2 > (text.length < 16 ? 5.8 : 5.6);

/** What the rarity of random text is above, but for two in a hundred; the shorter it is the more it varies. Where letters alone are that rare, few words are. */
const leastRarity = (text: string) => (/\d/.test(text) ? Math.min(5.3, 6.15 - 11 / text.length) : 5.2);

/** Whether a machine, not a person, made this up. */
export function isRandom(text: string): boolean {
  if (text.length < 10 || distinct(text) < 8 || isOfOtherScript(text)) return false;
  if (isHexadecimal(text)) return /[0-9]/.test(text) && /[a-f]/i.test(text) && entropy(text) > 2.8;
  // `service:shop:…` is as random as what stands last.
  const last = text.slice(text.lastIndexOf(":") + 1);
  const judged = last.length < 16 ? text : last;
  return entropy(text) > Math.min(3, Math.log2(text.length) - 0.6) && (rarity(judged) > leastRarity(judged) || hasRareCase(judged));
}

/** Nothing is counted of pairs beyond ASCII: words of most languages would be rare. */
const isOfOtherScript = (text: string) => (text.match(/[^\0-\x7f]/g)?.length ?? 0) * 4 > text.length;

/** Digits and six letters are no rare pairs: most of the text is in runs of them, with a prefix or in two parts as it may be. */
function isHexadecimal(text: string): boolean {
  if (text.length < 16) return false;
  const runs = text.match(/[0-9a-f]{8,}(?:-[0-9a-f]{4,}){0,8}/gi) ?? [];
  return runs.reduce((sum, run) => sum + run.length, 0) > text.length * 0.7;
}

/** `abcdef0123456789`, `aabbccdd`, one half twice: what people type where something has to stand. */
export function isObvious(text: string): boolean {
  if (text.length < 8) return false;
  let steps = 0;
  for (let index = 1; index < text.length; index += 1) {
    if (Math.abs(text.charCodeAt(index) - text.charCodeAt(index - 1)) <= 1) steps += 1;
  }
  // One pair in five of random digits and six letters does so by chance.
  return steps > (text.length - 1) * 0.6 || (text.length >= 12 && text.slice(0, text.length >> 1) === text.slice((text.length + 1) >> 1));
}
