import type { Guard } from "../guard.ts";
import type { PatternDetector } from "../detector.ts";
import { afterFirst } from "../patterns/afterFirst.ts";
import { escapes, everything, foldCase, only, toRanges, type CharSet } from "../patterns/charSet.ts";
import { firstOf } from "../patterns/firstOf.ts";
import { parsePattern, type PatternNode } from "../patterns/parsePattern.ts";
import { longest } from "../patterns/patternReach.ts";
import { assigned, wordStart } from "../ruleForms.ts";

/** How many characters behind the keyword are asked for: after these nearly all that still passes is a match. */
const further = 6;
/** And how many before it, where it does not start the match, beside the one that does. */
const nearer = 3;

/** Guards in the order in which they are to be tried for a keyword. Where a keyword cannot stand there is none. */
export function patternGuards({ keywords, before = [0], pattern, check }: Pick<PatternDetector, "keywords" | "before" | "pattern" | "check">, tree: PatternNode): readonly Guard[] {
  const start = startOf(pattern, check);
  const name = nameLength(pattern);
  const guards = before.flatMap((distance) => keywords.flatMap((keyword): readonly Guard[] => {
    const places = placesAround(tree, keyword, distance);
    return places === undefined ? [] : [{ keywords: [keyword], ...(distance > 0 ? { distance } : {}), ...(start === undefined ? {} : { start }), ...(name > 0 && distance === 0 ? { name } : {}), ...(places.length > 0 ? { places: inRuns(places) } : {}) }];
  }));
  return joinEqual(guards);
}

function startOf({ source }: RegExp, check: PatternDetector["check"]): Guard["start"] {
  if (source.startsWith(wordStart)) return "word";
  return source.startsWith(String.raw`(?<=^|\n)`) ? "line" : check === "named" ? "name" : undefined;
}

/** Keywords of which the same is asked share a guard. */
function joinEqual(guards: readonly Guard[]): readonly Guard[] {
  const joined = new Map<string, Guard>();
  for (const guard of guards) {
    const question = JSON.stringify({ ...guard, keywords: [] });
    joined.set(question, { ...guard, keywords: [...(joined.get(question)?.keywords ?? []), ...guard.keywords] });
  }
  return [...joined.values()];
}

interface Place { readonly at: number; readonly set: CharSet }

/** The characters that may stand around a keyword, as far as they say something; `undefined`: it cannot stand there. */
function placesAround(tree: PatternNode, keyword: string, distance: number): readonly Place[] | undefined {
  const places: Place[] = [];
  let rest: PatternNode | undefined = tree;
  for (let at = -distance; at < keyword.length + further; at += 1) {
    const possible = at >= 0 && at < keyword.length ? foldCase(only(keyword.charCodeAt(at))) : everything;
    const { set, mayBeEmpty } = firstOf(rest);
    // A keyword may reach beyond the end of the match, where the pattern only looks.
    if (mayBeEmpty || (at >= keyword.length && set === everything)) break;
    if ((set & possible) === 0n) return undefined;
    if ((at >= -nearer || at === -distance) && (set & possible) !== possible) places.push({ at, set });
    rest = afterFirst(rest, possible);
    if (rest === undefined) return undefined;
    if (sizeOf(rest) > mostNodes) break;
  }
  // What follows the keyword is the rarest to fit.
  return [...places.filter(({ at }) => at >= keyword.length), ...places.filter(({ at }) => at < keyword.length).slice(0, 2)];
}

// Where anything may stand between, what is left of a pattern grows with each character, and says less and less.
const mostNodes = 150;

function sizeOf(node: PatternNode): number {
  switch (node.kind) {
    case "chars": case "edge": case "look": return 1;
    case "choice": return node.options.reduce((sum, option) => sum + sizeOf(option), 1);
    case "sequence": return node.parts.reduce((sum, part) => sum + sizeOf(part), 1);
    case "repeat": return 1 + sizeOf(node.of);
  }
}

const nameParts = escapes["w"] | only(45) | only(46);

/** The most characters before the assignment, if all of these are a name's; 0: they are not. */
function nameLength({ source, flags }: RegExp): number {
  const [head = "", ...rest] = source.split(assigned);
  const tree = rest.length === 1 ? parsePattern(head, flags.replace("y", "")) : "there is no assignment";
  return typeof tree === "string" || (charsOf(tree) & ~nameParts) !== 0n ? 0 : longest(tree);
}

/** All characters that it may take. */
function charsOf(node: PatternNode): CharSet {
  switch (node.kind) {
    case "chars": return node.set;
    case "edge": case "look": return 0n;
    case "choice": return node.options.reduce((set, option) => set | charsOf(option), 0n);
    case "sequence": return node.parts.reduce((set, part) => set | charsOf(part), 0n);
    case "repeat": return charsOf(node.of);
  }
}

function inRuns(places: readonly Place[]): NonNullable<Guard["places"]> {
  const runs: [number, number, string][] = [];
  for (const { at, set } of places) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === at - 1 && last[2] === toRanges(set)) last[1] = at;
    else runs.push([at, at, toRanges(set)]);
  }
  return runs;
}
