import type { FindingKind, Tier } from "../request.ts";
import type { CheckCall } from "./checks/checks.ts";
import type { ScanReach } from "./scans/scan.ts";
import type { ScanName } from "./scans/scans.ts";

/** Where a rule comes from: a rule set or an address, and the licence under which it was taken. */
export interface Origin {
  readonly source: string;
  readonly licence: string;
}

interface Described extends Partial<Origin> {
  readonly id: string;
  readonly kind: FindingKind;
  readonly tier: Tier;
  /** Texts with exactly one finding. Functions, so that no live-looking token stands in the repository. */
  readonly examples: () => readonly string[];
  /** Others that look for what its examples cannot be without: then these have more than one finding. */
  readonly beside?: readonly string[];
  /** Texts that look alike and hold none. */
  readonly counterExamples: () => readonly string[];
}

/** What looks for one kind of sensitive text by its spelling, as data. One file per family in `rules/`; `detectors.ts` lists them. */
export interface PatternDetector extends Described {
  /** Lower-case literals of three characters or more, one of which stands in every match. The text is searched for these first. */
  readonly keywords: readonly string[];
  /**
   * Sticky, because it is tried only where a keyword was found; flag `d`, and `i` where case is free. What group `value`, or else
   * group 1, holds is the sensitive part; without one, all of the match. Every quantifier has a limit: this runs on the thread that types.
   */
  readonly pattern: RegExp;
  /** Distances from the start of a match to its keyword, longest first. Without any the match starts with the keyword. */
  readonly before?: readonly number[];
  /** What decides whether a match is one, and its tier. Without it whatever does not look like a placeholder counts. */
  readonly check?: CheckCall;
}

/** What looks by a linear pass of its own, for what no literal announces: invisible characters, numbers with a check digit. */
export interface ScanDetector extends Described {
  readonly scan: ScanName;
  readonly reach: ScanReach;
}

export type Detector = PatternDetector | ScanDetector;
