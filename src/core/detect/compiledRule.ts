import type { FindingKind, Tier } from "../request.ts";
import type { CheckCall } from "./checks/checks.ts";
import type { Guard } from "./guard.ts";
import type { Reach } from "./patterns/patternReach.ts";
import type { ScanReach } from "./scans/scan.ts";
import type { ScanName } from "./scans/scans.ts";

interface Named {
  readonly id: string;
  readonly kind: FindingKind;
  readonly tier: Tier;
}

/** A PatternDetector as it runs: plain data without examples. Its pattern is compiled when it is first tried. */
export interface CompiledPattern extends Named {
  /** The keywords, each with the distances at which it may stand. */
  readonly guards: readonly Guard[];
  /** A function, so that the text of a pattern that no text calls for is never looked at, not even when it is loaded. */
  readonly source: () => string;
  readonly flags: string;
  readonly check: CheckCall;
  /** Where the sensitive part is: at the end of the match, as long as its group; or where the indices of its group say, which cost more. */
  readonly value: "end" | "group";
  /** How far from the start of a match the text decides about it, check included. */
  readonly reach: RuleReach;
}

/** `least`: how many characters from its keyword on a match has; 0 where that is too few to tell anything. */
export interface RuleReach extends Reach { readonly least?: number }

/** A ScanDetector as it runs. */
export interface CompiledScan extends Named {
  readonly scan: ScanName;
  readonly reach: ScanReach;
}

export type CompiledRule = CompiledPattern | CompiledScan;
