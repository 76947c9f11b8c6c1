import type { PatternEntry } from "../../policy/policyDocument.ts";
import type { CharSet } from "../patterns/charSet.ts";
import { parsePattern, type PatternNode } from "../patterns/parsePattern.ts";
import { longest, patternReach, shortest } from "../patterns/patternReach.ts";
import { patternTrouble } from "../patterns/patternSafety.ts";
import { patternLiteral } from "./patternLiteral.ts";

const [maxLength, maxWays] = [500, 300];

/** Why a pattern of a policy is not used: it must be one that nobody can write a text for that takes long. */
export function ownPatternTrouble({ pattern, ignoreCase = false, keywords }: PatternEntry): string | undefined {
  const flags = ignoreCase ? "i" : "";
  const trouble = patternTrouble(pattern, flags);
  if (trouble !== undefined) return `is refused: ${trouble}`;
  const tree = parsePattern(pattern, flags);
  if (typeof tree === "string") return `is refused: ${tree}`;
  if (shortest(tree) === 0) return "is refused: it matches nothing at all";
  if (longest(tree) > maxLength || patternReach(tree).behind > maxLength) return `is refused: a match may have at most ${maxLength} characters`;
  if (waysOf(tree) > maxWays) return `is refused: there are more than ${maxWays} ways to try it at one place; give its quantifiers lower limits`;
  return keywords === undefined && patternLiteral(tree) === undefined ? "needs keywords: no three characters in a row stand in every match" : undefined;
}

/** An upper limit of how often a part of it is tried again at one place when what follows does not fit. */
function waysOf(node: PatternNode): number {
  switch (node.kind) {
    case "chars": case "edge": return 1;
    case "look": return waysOf(node.of);
    case "choice": return node.options.reduce((sum, option) => sum + waysOf(option), 0);
    case "repeat": return (node.max - node.min + 1) * Math.min(waysOf(node.of) ** Math.min(node.max, 8), maxWays + 1);
    // What cannot be confused with what follows stops at one place only, however many there are to try.
    case "sequence": return node.parts.reduce((product, part, index) => product * (isToldApart(part, node.parts[index + 1]) ? 1 : waysOf(part)), 1);
  }
}

function isToldApart(part: PatternNode, next: PatternNode | undefined): boolean {
  const [set, after] = [charsOf(part), next === undefined ? undefined : charsOf(next)];
  return part.kind === "repeat" && set !== undefined && after !== undefined && next !== undefined && shortest(next) > 0 && (set & after) === 0n;
}

function charsOf(node: PatternNode): CharSet | undefined {
  if (node.kind === "repeat") return charsOf(node.of);
  if (node.kind === "sequence") return node.parts.length === 1 && node.parts[0] !== undefined ? charsOf(node.parts[0]) : undefined;
  return node.kind === "chars" ? node.set : undefined;
}
