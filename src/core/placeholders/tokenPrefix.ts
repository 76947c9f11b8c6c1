import type { CompiledRule } from "../detect/compiledRule.ts";

/** The public start of a token, as its rule is searched for by; nothing where a rule goes by the name before a value, or it would be half of the value. */
export function createTokenPrefix(rules: readonly CompiledRule[]): (detector: string, value: string) => string {
  const keywordsOf = new Map(rules.map((rule) => [rule.id, "guards" in rule && !rule.flags.includes("i") ? rule.guards.filter(({ distance = 0 }) => distance === 0).flatMap(({ keywords }) => keywords) : []]));
  return (detector, value) => {
    const folded = value.toLowerCase();
    const fitting = (keywordsOf.get(detector) ?? []).filter((keyword) => folded.startsWith(keyword) && keyword.length * 2 <= value.length);
    return value.slice(0, Math.max(0, ...fitting.map(({ length }) => length)));
  };
}
