import type { CharSet } from "../patterns/charSet.ts";
import type { PatternNode } from "../patterns/parsePattern.ts";

const shortestLiteral = 3;

/** The longest text, in lower case, that stands in every match; of three characters or more. */
export function patternLiteral(node: PatternNode): string | undefined {
  const runs = literalRuns(node).filter(({ length }) => length >= shortestLiteral);
  return runs.toSorted((a, b) => b.length - a.length)[0];
}

function literalRuns(node: PatternNode): readonly string[] {
  if (node.kind !== "sequence") return node.kind === "repeat" && node.min > 0 ? literalRuns(node.of) : [letterOf(node) ?? ""];
  const runs = [""];
  for (const part of node.parts) {
    const letter = letterOf(part);
    if (letter !== undefined) runs.push(`${runs.pop() ?? ""}${letter}`);
    else if (part.kind !== "edge" && part.kind !== "look") runs.push(...literalRuns(part), "");
  }
  return runs;
}

function letterOf(node: PatternNode): string | undefined {
  return node.kind === "chars" ? letters.get(node.set) : undefined;
}

/** By the set of just that character, or of both its cases; what is not ASCII has no set of its own. */
const letters: ReadonlyMap<CharSet, string> = new Map(Array.from({ length: 95 }, (_, index) => String.fromCharCode(index + 32)).flatMap((char) => {
  const [lower, upper] = [char.toLowerCase(), char.toUpperCase()];
  const bit = (text: string): CharSet => 1n << BigInt(text.charCodeAt(0));
  return [[bit(char), lower], [bit(lower) | bit(upper), lower]] as const;
}));
