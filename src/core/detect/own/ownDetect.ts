import type { Policy } from "../../policy/policy.ts";
import type { PatternEntry, WordsEntry } from "../../policy/policyDocument.ts";
import type { Finding } from "../../request.ts";
import { createAnchorSearch } from "../anchors.ts";
import { parsePattern } from "../patterns/parsePattern.ts";
import { patternReach } from "../patterns/patternReach.ts";
import { patternLiteral } from "./patternLiteral.ts";

/** What the id of an organisation's detector starts with, so that none can take the name of one of ours. */
export const ownPrefix = "org:";

/** Looks for what an organisation's policy says, by the keywords of all its patterns and words at once. Findings may overlap. */
export function createOwnDetect({ ownPatterns, ownWords, detectorsOff }: Pick<Policy, "ownPatterns" | "ownWords" | "detectorsOff">): (text: string) => readonly Finding[] {
  const seekers = [...ownPatterns.map((entry) => ofPattern(entry)), ...ownWords.map((entry) => ofWords(entry))].filter(({ id }) => !detectorsOff.has(id));
  if (seekers.length === 0) return () => [];
  const anchors = seekers.flatMap((seeker) => seeker.keywords.map((keyword) => ({ seeker, keyword })));
  const made: { search?: ReturnType<typeof createAnchorSearch> } = {};
  return (text) => {
    const places = new Map<Seeker, number[]>();
    made.search ??= createAnchorSearch(anchors.map(({ keyword }) => keyword));
    made.search(text, (index, start) => {
      const anchor = anchors[index];
      if (anchor === undefined) return;
      const known = places.get(anchor.seeker);
      if (known === undefined) places.set(anchor.seeker, [start, start + anchor.keyword.length]);
      else known.push(start, start + anchor.keyword.length);
    });
    return [...places].flatMap(([seeker, found]) => seeker.look(text, found).map(([start, end]): Finding => ({ detector: seeker.id, kind: seeker.kind, tier: seeker.tier, start, end }))).sort((a, b) => a.start - b.start);
  };
}

type Stretch = readonly [start: number, end: number];

interface Seeker extends Pick<Finding, "kind" | "tier"> {
  readonly id: string;
  readonly keywords: readonly string[];
  /** `places`: start and end of each keyword, one after the other. */
  readonly look: (text: string, places: readonly number[]) => readonly Stretch[];
}

function ofWords({ id, words, kind = "marker", tier = "likely" }: WordsEntry): Seeker {
  return {
    id: `${ownPrefix}${id}`, kind, tier, keywords: [...new Set(words.map((word) => asciiLower(word)))],
    look: (text, places) => places.flatMap((start, index) => {
      const end = places[index + 1] ?? start;
      return index % 2 === 0 && isWhole(text, start, end) ? [[start, end] as const] : [];
    }),
  };
}

/** Only ASCII, as the search does it. */
const asciiLower = (text: string) => text.replaceAll(/[A-Z]/g, (char) => char.toLowerCase());

/** No letter or digit goes on beyond either end, unless the word itself ends in a sign. */
function isWhole(text: string, start: number, end: number): boolean {
  const joins = (outside: string, inside: string) => /[\p{L}\p{N}_]/u.test(outside) && /[\p{L}\p{N}_]/u.test(inside);
  return !joins(text.charAt(start - 1), text.charAt(start)) && !joins(text.charAt(end), text.charAt(end - 1));
}

function ofPattern({ id, pattern, ignoreCase = false, keywords, kind = "marker", tier = "likely" }: PatternEntry): Seeker {
  const flags = ignoreCase ? "i" : "";
  const tree = parsePattern(pattern, flags);
  // Parsing the policy has refused what cannot be read or has no literal: such a one would find nothing.
  const literal = typeof tree === "string" ? undefined : patternLiteral(tree);
  const ahead = typeof tree === "string" ? 0 : patternReach(tree).ahead;
  const made: { regex?: RegExp } = {};
  return {
    id: `${ownPrefix}${id}`, kind, tier, keywords: keywords?.map((word) => asciiLower(word)) ?? (literal === undefined ? [] : [literal]),
    look: (text, places) => {
      const regex = (made.regex ??= new RegExp(pattern, `${flags}y`));
      return startsAround(places, ahead).flatMap(([first, last]) => matchesFrom(regex, text, first, last));
    },
  };
}

/** Where a match that holds one of the keywords can start, no place twice: looking stays linear however many keywords there are. */
function startsAround(places: readonly number[], ahead: number): readonly Stretch[] {
  const ranges: [number, number][] = [];
  for (let index = 0; index < places.length; index += 2) {
    const [first, last] = [Math.max(0, (places[index + 1] ?? 0) - ahead), places[index] ?? 0];
    const before = ranges.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else ranges.push([first, last]);
  }
  return ranges;
}

function matchesFrom(regex: RegExp, text: string, first: number, last: number): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = first; at <= last;) {
    regex.lastIndex = at;
    const length = regex.exec(text)?.[0].length ?? 0;
    if (length > 0) found.push([at, at + length]);
    at += Math.max(1, length);
  }
  return found;
}
