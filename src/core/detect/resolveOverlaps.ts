import { tiers, type Finding } from "../request.ts";

/** A finding and its detector's place in the list, where the specific ones come first. */
export interface Ranked {
  readonly finding: Finding;
  readonly rank: number;
}

/** By place and without overlaps: of findings that share characters the more certain stays, then the more specific, then the longer. */
export function resolveOverlaps(found: readonly Ranked[]): readonly Finding[] {
  if (isApart(found)) return found.map(({ finding }) => finding);
  const kept: Ranked[] = [];
  for (const next of found.toSorted((a, b) => a.finding.start - b.finding.start || compare(a, b))) {
    // They are sorted and those kept are apart, so that only the last one can touch the next.
    const last = kept.at(-1);
    if (last === undefined || last.finding.end <= next.finding.start) kept.push(next);
    else if (compare(next, last) < 0) kept.splice(-1, 1, next);
  }
  return kept.map(({ finding }) => finding);
}

/** Already by place and without overlaps: what one pass finds mostly is, and that may be a great deal. */
const isApart = (found: readonly Ranked[]): boolean => found.every(({ finding }, index) => (found[index - 1]?.finding.end ?? 0) <= finding.start);

function compare(a: Ranked, b: Ranked): number {
  return tiers.indexOf(b.finding.tier) - tiers.indexOf(a.finding.tier) || a.rank - b.rank || length(b) - length(a);
}

const length = ({ finding }: Ranked) => finding.end - finding.start;
