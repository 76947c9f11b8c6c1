import type { CharSet } from "./charSet.ts";
import type { PatternNode } from "./parsePattern.ts";

export interface First { readonly set: CharSet; readonly mayBeEmpty: boolean }

/** The characters that a text of it may start with; what is only looked at does not count. */
export function firstOf(node: PatternNode): First {
  switch (node.kind) {
    case "chars": return { set: node.set, mayBeEmpty: false };
    case "edge": case "look": return { set: 0n, mayBeEmpty: true };
    case "choice": return { set: union(node.options), mayBeEmpty: node.options.some((option) => firstOf(option).mayBeEmpty) };
    case "repeat": return { set: node.max === 0 ? 0n : firstOf(node.of).set, mayBeEmpty: node.min === 0 || firstOf(node.of).mayBeEmpty };
    case "sequence": {
      const end = node.parts.findIndex((part) => !firstOf(part).mayBeEmpty);
      return { set: union(end < 0 ? node.parts : node.parts.slice(0, end + 1)), mayBeEmpty: end < 0 };
    }
  }
}

const union = (nodes: readonly PatternNode[]): CharSet => nodes.reduce((set, node) => set | firstOf(node).set, 0n);
