import type { CharSet } from "./charSet.ts";
import { firstOf } from "./firstOf.ts";
import type { PatternNode } from "./parsePattern.ts";

/** What is left of a pattern once it has taken a character of `set`; `undefined`: it cannot take one. What it only looks at is let pass. */
export function afterFirst(node: PatternNode, set: CharSet): PatternNode | undefined {
  switch (node.kind) {
    case "chars": return (node.set & set) === 0n ? undefined : nothing;
    case "edge": case "look": return undefined;
    case "choice": return choiceOf(node.options.map((option) => afterFirst(option, set)));
    case "repeat": {
      const rest = node.max === 0 ? undefined : afterFirst(node.of, set);
      return rest === undefined ? undefined : sequenceOf([rest, { kind: "repeat", of: node.of, min: Math.max(0, node.min - 1), max: node.max - 1 }]);
    }
    case "sequence": return choiceOf(node.parts.map((part, index) => {
      const rest = node.parts.slice(0, index).every((each) => firstOf(each).mayBeEmpty) ? afterFirst(part, set) : undefined;
      return rest === undefined ? undefined : sequenceOf([rest, ...node.parts.slice(index + 1)]);
    }));
  }
}

const nothing: PatternNode = { kind: "sequence", parts: [] };

function sequenceOf(parts: readonly PatternNode[]): PatternNode {
  const some = parts.flatMap((part) => (part.kind === "sequence" ? part.parts : [part])).filter((part) => part.kind !== "repeat" || part.max > 0);
  const [only] = some;
  return some.length === 1 && only !== undefined ? only : { kind: "sequence", parts: some };
}

function choiceOf(nodes: readonly (PatternNode | undefined)[]): PatternNode | undefined {
  const options = nodes.filter((node) => node !== undefined);
  return options.length < 2 ? options[0] : { kind: "choice", options };
}
