import type { PatternNode } from "../../../../src/core/detect/patterns/parsePattern.ts";
import type { Random } from "./random.ts";

/** A text that a pattern takes, as far as what it only looks at allows. `most`: the longest that a repetition gets beyond its least. */
export function textOf(node: PatternNode, random: Random, most = 12): string {
  switch (node.kind) {
    case "chars": return charOf(node.set, random);
    case "edge": case "look": return "";
    case "choice": return textOf(random.oneOf(node.options), random, most);
    case "sequence": return node.parts.map((part) => textOf(part, random, most)).join("");
    case "repeat": return Array.from({ length: node.min + random.below(Math.min(node.max - node.min, most) + 1) }, () => textOf(node.of, random, most)).join("");
  }
}

/** Texts that go as far into the pattern as each of its long repetitions, and then stay there. */
export function stuckTexts(node: PatternNode, random: Random): readonly { readonly head: string; readonly filler: string }[] {
  const found: { head: string; filler: string }[] = [];
  const walk = (part: PatternNode, head: string): string => {
    if (part.kind === "sequence") return part.parts.reduce((before, each) => walk(each, before), head);
    if (part.kind === "choice") return part.options.map((option) => walk(option, head))[random.below(part.options.length)] ?? head;
    if (part.kind === "repeat" && part.max >= 8) found.push({ head, filler: textOf(part.of, random) });
    if (part.kind === "repeat" && part.max > 0) walk(part.of, head);
    return head + textOf(part, random);
  };
  walk(node, "");
  return found;
}

function charOf(set: bigint, random: Random): string {
  const codes = Array.from({ length: 128 }, (_, code) => code).filter((code) => ((set >> BigInt(code)) & 1n) === 1n);
  const seen = codes.filter((code) => code >= 32 && code < 127);
  return codes.length === 0 ? "é" : String.fromCharCode(random.oneOf(seen.length > 0 ? seen : codes));
}
