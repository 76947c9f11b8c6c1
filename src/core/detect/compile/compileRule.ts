import { sights, type CheckName } from "../checks/checks.ts";
import type { CompiledPattern, CompiledRule } from "../compiledRule.ts";
import type { Detector, PatternDetector } from "../detector.ts";
import { parsePattern } from "../patterns/parsePattern.ts";
import { patternReach, type Reach } from "../patterns/patternReach.ts";

/** A detector without what only people and tests need, and with what its pattern says about itself. */
export function compileRule(detector: Detector): CompiledRule {
  const { id, kind, tier } = detector;
  return "scan" in detector ? { id, kind, tier, scan: detector.scan, reach: detector.reach } : compilePattern(detector);
}

function compilePattern({ id, kind, tier, keywords, pattern: { source, flags }, before = [0], check = "token" }: PatternDetector): CompiledPattern {
  const name = typeof check === "string" ? check : check[0];
  return { id, kind, tier, keywords, source, flags, before, check, reach: withSight(reachOf(source, flags), name) };
}

function reachOf(source: string, flags: string): Reach {
  const tree = parsePattern(source, flags);
  if (typeof tree === "string") throw new Error(`a pattern that cannot be understood: ${tree}`);
  return patternReach(tree);
}

function withSight({ behind, ahead }: Reach, name: CheckName): Reach {
  const sight = sights[name];
  return sight === undefined ? { behind, ahead } : { behind: Math.max(behind, sight.before), ahead: ahead + sight.behind };
}
