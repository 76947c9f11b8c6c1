/** Text for the rules' examples that looks random and is the same each time: no live-looking token stands in the repository. */

const lower = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";

export const hex = (length: number) => draw(`${digits}abcdef`, length);
export const letters = (length: number) => draw(digits + lower + lower.toUpperCase(), length);
export const lowercase = (length: number) => draw(digits + lower, length);
export const uppercase = (length: number) => draw(`${lower.toUpperCase()}234567`, length);
export const numbers = (length: number) => draw(digits.slice(1), length);
export const word = (length: number) => draw(lower + lower.toUpperCase(), length);
export const sampleUuid = "3f2a9c41-7b6d-4e58-9a0c-d15e7f82b643";
/** Passwords that a person thought of: with a digit and a sign, and of letters alone. */
export const human = "s3cur1ty!x";
export const wordy = "correcthorse";
export const encode = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** A linear congruential generator; the upper bits, since the lower ones repeat. */
function draw(alphabet: string, length: number): string {
  let state = length * 7919 + alphabet.length;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return alphabet[(state >>> 12) % alphabet.length] ?? "";
  }).join("");
}

/** The sample with its `#` filled in, from the left, so that the check holds: no real person's number has to stand here. */
export function completed(sample: string, isValid: (compact: string, written: string) => boolean): string {
  const alphabet = sample.split("#").length > 2 ? "0123456789" : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const char of sample.includes("#") ? alphabet : "") {
    const filled = completed(sample.replace("#", char), isValid);
    if (!filled.includes("#") && isValid(filled.replaceAll(/[ ./-]/g, ""), filled)) return filled;
  }
  return sample;
}
