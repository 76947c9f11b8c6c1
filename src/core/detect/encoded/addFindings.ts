import { tiers, type Finding } from "../../request.ts";

/**
 * Findings of a text as it stands, and those of what it stands for. Where two share characters there is one in the end, over
 * the places of both, so that nothing of either is left when it is masked; the more certain gives the name, else the plain one.
 */
export function addFindings(plain: readonly Finding[], encoded: readonly Finding[]): readonly Finding[] {
  if (encoded.length === 0) return plain;
  const kept: Finding[] = [];
  for (const next of [...plain, ...encoded].toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= next.start) kept.push(next);
    else kept.splice(-1, 1, { ...strongest(last, next), start: last.start, end: Math.max(last.end, next.end) });
  }
  return kept;
}

const strongest = (a: Finding, b: Finding): Finding => (tiers.indexOf(b.tier) > tiers.indexOf(a.tier) ? b : a);
