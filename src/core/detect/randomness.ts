import { classes, pairCosts } from "./pairCosts.ts";

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

/** Shannon entropy in bits per character: low where few characters repeat. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}

// Between the least random-looking of 2,000 random strings of 20 characters (5.6) and what names reach (5.0).
const randomRarity = 5.2;

/** Whether a machine, not a person, made this up. */
export function isRandom(text: string): boolean {
  if (text.length < 10 || new Set(text).size < 8) return false;
  if (/^[0-9a-f-]{16,}$/i.test(text)) return /[0-9]/.test(text) && /[a-f]/i.test(text) && entropy(text) > 2.8;
  return entropy(text) > Math.min(3, Math.log2(text.length) - 0.6) && rarity(text) > randomRarity;
}
