import type { Known } from "./words.ts";

/** The words that are no options: those that do not begin with a dash, and all behind `--`. Standard input (`-`) is none. */
export function operands(words: readonly Known[]): readonly Known[] {
  const end = words.findIndex(({ text }) => text === "--");
  const before = end < 0 ? words : words.slice(0, end);
  return [...before.filter(({ text, unknown }) => unknown || !text.startsWith("-")), ...(end < 0 ? [] : words.slice(end + 1))];
}

/** One of the short options has this letter, or a long one this name. Behind a letter that takes a value stands the value. */
export function optionHas(words: readonly Known[], letter: string, long: RegExp, valued = ""): boolean {
  return words.some(({ text }) => lettersOf(text, valued).includes(letter) || long.test(text));
}

function lettersOf(text: string, valued: string): string {
  if (!/^-[^-]/.test(text)) return "";
  const letters = text.slice(1);
  const end = valued === "" ? -1 : letters.search(new RegExp(`[${valued}]`));
  return end < 0 ? letters : letters.slice(0, end + 1);
}

/** Where no option of such a name is known. */
export const never = /(?!)/;
