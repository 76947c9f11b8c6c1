import type { FindingKind, Tier } from "../request.ts";
import type { Check, CheckForm } from "./checks/check.ts";
import { checks, type CheckCall } from "./checks/checks.ts";
import type { CompiledPattern, CompiledRule, RuleReach } from "./compiledRule.ts";
import type { Guard } from "./guard.ts";
import { isObvious } from "./randomness.ts";
import type { Scan, ScanReach } from "./scans/scan.ts";
import { scans } from "./scans/scans.ts";

interface Named {
  readonly id: string;
  readonly kind: FindingKind;
  readonly tier: Tier;
}

export interface RunnablePattern extends Named {
  readonly guards: readonly Guard[];
  /** Made at the first call: most texts call for few of all patterns. */
  readonly pattern: () => RegExp;
  readonly value: "end" | "group";
  readonly check: () => Check;
  readonly reach: RuleReach;
}

export interface RunnableScan extends Named {
  readonly scan: Scan;
  readonly reach: ScanReach;
}

export type Runnable = RunnablePattern | RunnableScan;

/** A rule's names become what they name, its pattern one that is compiled when it is first tried. */
export function toRunnable(rule: CompiledRule): Runnable {
  return "scan" in rule ? { ...rule, scan: scans[rule.scan] } : runPattern(rule);
}

function runPattern({ id, kind, tier, guards, source, flags, value, check, reach }: CompiledPattern): RunnablePattern {
  return { id, kind, tier, guards, reach, value, pattern: once(() => new RegExp(source(), flags)), check: once(() => checkOf(check, tier)) };
}

function checkOf(call: CheckCall, tier: Tier): Check {
  const [name, ...rest] = typeof call === "string" ? [call] : call;
  // A call has the arguments of the check it names: the rules' types say so, and the build writes nothing else.
  const form = checks[name] as CheckForm<readonly unknown[]>;
  const check = form(tier, ...rest);
  return (value, match) => {
    const judged = check(value, match);
    // In documents and tests most of what has a token's form is such a sequence.
    return judged === "likely" && isObvious(value) ? "possible" : judged;
  };
}

function once<T>(make: () => T): () => T {
  const made: { value?: T } = {};
  return () => (made.value ??= make());
}
