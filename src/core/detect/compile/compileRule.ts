import { sights, type CheckName } from "../checks/checks.ts";
import type { CompiledPattern, CompiledRule, RuleReach } from "../compiledRule.ts";
import { mostLeast } from "../crowd.ts";
import type { Detector, PatternDetector } from "../detector.ts";
import { parsePattern } from "../patterns/parsePattern.ts";
import { patternGuards } from "./patternGuards.ts";
import { valueEndsMatch } from "./valueEndsMatch.ts";
import { patternReach, shortest, type Reach } from "../patterns/patternReach.ts";

/** A detector without what only people and tests need, and with what its pattern says about itself. */
export function compileRule(detector: Detector): CompiledRule {
  const { id, kind, tier } = detector;
  return "scan" in detector ? { id, kind, tier, scan: detector.scan, reach: detector.reach } : compilePattern(detector);
}

function compilePattern(detector: PatternDetector): CompiledPattern {
  const { id, kind, tier, pattern: { source, flags }, check = "token", before = [0] } = detector;
  const name = typeof check === "string" ? check : check[0];
  const tree = parsePattern(source, flags);
  if (typeof tree === "string") throw new Error(`a pattern that cannot be understood: ${tree}`);
  const value = valueEndsMatch(source) ? "end" : "group";
  return { id, kind, tier, source: () => source, flags: value === "end" ? flags.replace("d", "") : flags, value, check, guards: patternGuards(detector, tree), reach: { ...withSight(patternReach(tree), name), ...leastOf(shortest(tree) - Math.max(...before)) } };
}

/** Fewer characters than these hold no keyword three times. */
const worthTelling = 12;

function leastOf(length: number): Pick<RuleReach, "least"> {
  return length < worthTelling ? {} : { least: Math.min(length, mostLeast) };
}

function withSight({ behind, ahead }: Reach, name: CheckName): Reach {
  const sight = sights[name];
  return sight === undefined ? { behind, ahead } : { behind: Math.max(behind, sight.before), ahead: ahead + sight.behind };
}
