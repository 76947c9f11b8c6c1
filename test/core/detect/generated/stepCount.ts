import type { PatternNode } from "../../../../src/core/detect/patterns/parsePattern.ts";

/** Goes on behind a part of a pattern; whether all the rest matches. */
type Next = (at: number) => boolean;

/**
 * How many characters a backtracking matcher looks at from one place of a text until it has a match or has tried every way: what a
 * machine's clock says about a pattern, without the clock. What is known of a pattern is its tree, so edges let everything pass and
 * the longer way is tried first, even where the pattern prefers the shorter one.
 */
export function countSteps(pattern: PatternNode, text: string, start: number): number {
  let steps = 0;
  const takes = (set: bigint, at: number) => {
    steps += 1;
    return at >= 0 && at < text.length && ((set >> BigInt(Math.min(text.charCodeAt(at), 128))) & 1n) === 1n;
  };
  const run = (node: PatternNode, at: number, by: 1 | -1, next: Next): boolean => {
    switch (node.kind) {
      case "chars": return takes(node.set, by === 1 ? at : at - 1) && next(at + by);
      case "edge": return next(at);
      case "look": return run(node.of, at, node.behind ? -1 : 1, () => true) !== node.negated && next(at);
      case "choice": return node.options.some((option) => run(option, at, by, next));
      case "sequence": return runAll(by === 1 ? node.parts : node.parts.toReversed(), 0, at, by, next);
      case "repeat": return node.of.kind === "chars" ? runLine(node.of.set, node.min, node.max, at, by, next) : isOneCharacter(node.of) ? runCharacters(node, at, by, next) : runAgain(node, 0, at, by, next);
    }
  };
  const runAll = (parts: readonly PatternNode[], index: number, at: number, by: 1 | -1, next: Next): boolean => {
    const part = parts[index];
    return part === undefined ? next(at) : run(part, at, by, (end) => runAll(parts, index + 1, end, by, next));
  };
  /** A character again and again, in a loop: calls would go too deep. */
  const runLine = (set: bigint, min: number, max: number, at: number, by: 1 | -1, next: Next): boolean => {
    let count = 0;
    while (count < max && takes(set, by === 1 ? at + count : at - count - 1)) count += 1;
    for (; count >= min; count -= 1) if (next(at + by * count)) return true;
    return false;
  };
  /** The same where a character is one of several forms. Going back, each form after the one that fitted is tried as well. */
  const runCharacters = (node: PatternNode & { kind: "repeat" }, at: number, by: 1 | -1, next: Next): boolean => {
    const options = node.of.kind === "choice" ? node.of.options : [node.of];
    const fitting = (place: number, from: number) => options.findIndex((option, index) => index >= from && run(option, place, by, () => true));
    const chosen: number[] = [];
    for (let option = 0; chosen.length < node.max && option >= 0;) {
      option = fitting(at + by * chosen.length, 0);
      if (option >= 0) chosen.push(option);
    }
    for (; chosen.length >= node.min; chosen.pop()) {
      if (next(at + by * chosen.length)) return true;
      const last = chosen.at(-1);
      if (last === undefined) return false;
      // Two forms of one character: all behind it is gone through again, in calls.
      const place = at + by * (chosen.length - 1);
      if (fitting(place, last + 1) >= 0 && runAgain(node, chosen.length, place + by, by, next)) return true;
    }
    return false;
  };
  const runAgain = (node: PatternNode & { kind: "repeat" }, count: number, at: number, by: 1 | -1, next: Next): boolean =>
    (count < node.max && run(node.of, at, by, (end) => end !== at && runAgain(node, count + 1, end, by, next))) || (count >= node.min && next(at));
  run(pattern, start, 1, () => true);
  return steps;
}

/** Whether it takes exactly one character, whatever it asks for around it. */
function isOneCharacter(node: PatternNode): boolean {
  if (node.kind === "choice") return node.options.every(isOneCharacter);
  if (node.kind !== "sequence") return node.kind === "chars";
  return node.parts.filter(({ kind }) => kind === "chars").length === 1 && node.parts.every(({ kind }) => kind === "chars" || kind === "look" || kind === "edge");
}
