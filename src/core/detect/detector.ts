import type { FindingKind, Tier } from "../request.ts";

/** What looks for one kind of sensitive text, as data. One file per family in `rules/`; `rules.ts` lists them. */
export interface Detector {
  readonly id: string;
  readonly kind: FindingKind;
  readonly tier: Tier;
  /** Lower-case literals of three characters or more, one of which stands in every match. The text is searched for these first. */
  readonly keywords: readonly string[];
  /** Flags `g` and `d`, and `i` where case is free. What group 1 holds is the sensitive part; without one, all of the match. */
  readonly pattern: RegExp;
  /** Characters around a keyword that a match can reach. */
  readonly reach: number;
  /** The tier that a match really has, by structure or check digit; `undefined`: it is none. */
  readonly check?: (value: string, match: RegExpExecArray) => Tier | undefined;
  /** Texts with exactly one finding. Functions, so that no live-looking token stands in the repository. */
  readonly examples: () => readonly string[];
  /** Texts that look alike and hold none. */
  readonly counterExamples: () => readonly string[];
}
