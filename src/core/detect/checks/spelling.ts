import type { Tier } from "../../request.ts";
import { hasBech32Digits, hasCheckDigits } from "../checksum.ts";
import { isTokenPlaceholder } from "../placeholder.ts";
import { entropy } from "../charCounts.ts";
import { isRandom } from "../randomness.ts";
import type { Check } from "./check.ts";

/** Checks of tokens by their own characters. Arguments that are patterns are searched for in the value. */

/** Whatever does not only stand for a token: what counts when a rule names no check. */
export const token = (tier: Tier): Check => (value) => (isTokenPlaceholder(value) ? undefined : tier);

/** Whatever it is: a form of its own, in which even a long run of one letter belongs. */
export const asFound = (tier: Tier): Check => () => tier;

/** A token in which each of `holds` is found and none of `lacks`. */
export function spelled(tier: Tier, holds: readonly string[], lacks: readonly string[] = []): Check {
  const needed = holds.map((source) => new RegExp(source));
  const forbidden = lacks.map((source) => new RegExp(source));
  return (value) => (!isTokenPlaceholder(value) && needed.every((pattern) => pattern.test(value)) && !forbidden.some((pattern) => pattern.test(value)) ? tier : undefined);
}

/** The same for one that must also be random: digests and paths have the same length and letters. */
export function spelledAtRandom(tier: Tier, holds: readonly string[], lacks: readonly string[] = []): Check {
  const isSpelled = spelled(tier, holds, lacks);
  return (value, match) => (isRandom(value) ? isSpelled(value, match) : undefined);
}

/** A token that is of one tier where `pattern` is found, else of another. */
export function tierBy(_: Tier, pattern: string, found: Tier, otherwise: Tier): Check {
  const deciding = new RegExp(pattern);
  return (value) => (isTokenPlaceholder(value) ? undefined : deciding.test(value) ? found : otherwise);
}

/** A token that a machine made up, not a name or a word. */
export const random = (tier: Tier): Check => (value) => (isTokenPlaceholder(value) || !isRandom(value) ? undefined : tier);

/** Certain with the right check digits. Without them it stays what it was: a form may change. */
export const checkDigits = (tier: Tier): Check => (value) => (isTokenPlaceholder(value) ? undefined : hasCheckDigits(value) ? "certain" : tier);

/** Certain with the right check digits, `possible` without: then it is one that somebody made up, or that was cut. */
export const bech32 = (tier: Tier): Check => (value) => (hasBech32Digits(value) ? tier : "possible");

/** A random value behind a vendor's name. Case is free in such patterns, so that the start of a word can only be told here: `rookTable` is not about Okta. */
export const named = (tier: Tier): Check => (value, { input, index }) => (isTokenPlaceholder(value) || !isRandom(value) || /[a-z][a-z]$/.test(input.slice(Math.max(0, index - 1), index + 1)) ? undefined : tier);

/** A value behind a vendor's name. Of the vendor's form, assigned and random it is what the rule says; with one of these missing it is `possible`. */
export const near = (tier: Tier): Check => (value, { 0: all, groups }) => {
  if (isTokenPlaceholder(value)) return undefined;
  const hasForm = groups?.["form"] !== undefined;
  const isAssigned = /[=:"'`(]\s{0,8}["'`]?$/.test(all.slice(0, -value.length));
  if (isRandom(value)) return hasForm && isAssigned ? tier : "possible";
  return hasForm && /\d/.test(value) && entropy(value) > 2.8 ? "possible" : undefined;
};
