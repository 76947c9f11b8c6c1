import type { PatternNode } from "./parsePattern.ts";

/** How far from the start of a match a pattern looks. Infinite: a quantifier has no limit. */
export interface Reach {
  readonly behind: number;
  readonly ahead: number;
}

/** Upper limits: what stands further away changes nothing about whether, and how far, the pattern matches here. */
export function patternReach(node: PatternNode): Reach {
  switch (node.kind) {
    case "chars": return { behind: 0, ahead: 1 };
    case "edge": return { behind: 1, ahead: 1 };
    case "choice": return widest(node.options.map((option) => patternReach(option)));
    // Looking behind from the end of its longest text back to the start of its longest text, in either order.
    case "look": return node.behind ? { behind: longest(node.of) + patternReach(node.of).behind, ahead: Math.max(0, patternReach(node.of).ahead - shortest(node.of)) } : patternReach(node.of);
    case "repeat": return { behind: patternReach(node.of).behind, ahead: node.max === 0 ? 0 : longest(node.of) === 0 ? patternReach(node.of).ahead : longest(node.of) * (node.max - 1) + patternReach(node.of).ahead };
    case "sequence": return sequenceReach(node.parts);
  }
}

function sequenceReach(parts: readonly PatternNode[]): Reach {
  const places = parts.map((part, index) => {
    const { behind, ahead } = patternReach(part);
    const before = parts.slice(0, index);
    const furthest = before.reduce((sum, each) => sum + longest(each), 0);
    const nearest = before.reduce((sum, each) => sum + shortest(each), 0);
    return { behind: behind - nearest, ahead: furthest + ahead };
  });
  return widest(places);
}

const widest = (all: readonly Reach[]): Reach => ({ behind: Math.max(0, ...all.map(({ behind }) => behind)), ahead: Math.max(0, ...all.map(({ ahead }) => ahead)) });

/** The most characters that it takes up. */
export function longest(node: PatternNode): number {
  switch (node.kind) {
    case "chars": return 1;
    case "edge": case "look": return 0;
    case "choice": return Math.max(...node.options.map((option) => longest(option)));
    case "repeat": return node.max === 0 || longest(node.of) === 0 ? 0 : node.max * longest(node.of);
    case "sequence": return node.parts.reduce((sum, part) => sum + longest(part), 0);
  }
}

/** The fewest characters that it takes up. */
export function shortest(node: PatternNode): number {
  switch (node.kind) {
    case "chars": return 1;
    case "edge": case "look": return 0;
    case "choice": return Math.min(...node.options.map((option) => shortest(option)));
    case "repeat": return node.min * shortest(node.of);
    case "sequence": return node.parts.reduce((sum, part) => sum + shortest(part), 0);
  }
}
