import type { CharSet } from "./charSet.ts";
import { firstOf } from "./firstOf.ts";
import { parsePattern, type PatternNode } from "./parsePattern.ts";
import { patternReach, shortest } from "./patternReach.ts";

/** Why a pattern could take too long on a text made for it; `undefined`: by its form it cannot. Used by the build and for patterns of policies. */
export function patternTrouble(source: string, flags: string): string | undefined {
  const tree = parsePattern(source, flags);
  if (typeof tree === "string") return tree;
  return loopTrouble(tree);
}

/** A few times the same, in two ways, is no matter; from here on the ways multiply. */
const fewRounds = 3;

function loopTrouble(node: PatternNode): string | undefined {
  switch (node.kind) {
    case "chars": case "edge": return undefined;
    case "look": return loopTrouble(node.of);
    case "choice": return first(node.options.map((option) => loopTrouble(option)));
    case "sequence": return first(node.parts.map((part) => loopTrouble(part)));
    case "repeat": {
      if (node.max === Number.POSITIVE_INFINITY) return "a quantifier has no limit";
      const inner = loopTrouble(node.of);
      return inner ?? (node.max > fewRounds ? ambiguity(node.of) : undefined);
    }
  }
}

/** What makes the same text pass through a loop in more than one way, so that failing tries them all. */
function ambiguity(body: PatternNode): string | undefined {
  if (patternReach(body).ahead === 0 || shortest(body) === 0) return "a quantifier is around what may be empty";
  return innerTrouble(body, firstOf(body).set);
}

/** `after`: what may come behind this part of the loop's body, its next round included. */
function innerTrouble(node: PatternNode, after: CharSet): string | undefined {
  switch (node.kind) {
    case "chars": case "edge": case "look": return undefined;
    case "choice": return overlap(node.options) ?? first(node.options.map((option) => innerTrouble(option, after)));
    case "repeat": return node.max > node.min && (firstOf(node.of).set & after) !== 0n ? "nested quantifiers over the same characters" : innerTrouble(node.of, after | firstOf(node.of).set);
    case "sequence": return first(node.parts.map((part, index) => innerTrouble(part, followOf(node.parts.slice(index + 1), after))));
  }
}

/** Alternatives of one character are one class, whatever they share; longer ones must be told apart by their first character. */
function overlap(options: readonly PatternNode[]): string | undefined {
  const clash = options.some((option, index) => options.slice(index + 1).some((other) => (firstOf(option).set & firstOf(other).set) !== 0n && !(isOneChar(option) && isOneChar(other))));
  return clash ? "alternatives inside of a quantifier that start alike" : undefined;
}

const isOneChar = (node: PatternNode): boolean => patternReach(node).ahead <= 1 && shortest(node) === 1;

function followOf(rest: readonly PatternNode[], after: CharSet): CharSet {
  const { set, mayBeEmpty } = firstOf({ kind: "sequence", parts: rest });
  return mayBeEmpty ? set | after : set;
}

const first = (found: readonly (string | undefined)[]): string | undefined => found.find((each) => each !== undefined);
