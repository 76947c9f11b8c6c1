import type { Finding } from "./request.ts";

export interface Redacted {
  readonly text: string;
  /** Stretches that were masked; overlapping findings count once. */
  readonly masked: number;
}

/**
 * Puts `[REDACTED:<detector>-<n>]` in the place of every finding. The same value gets the same number, so that whoever reads
 * the result can still tell two credentials apart. Findings may overlap and come in any order; what lies outside the text is cut.
 */
export function redact(text: string, findings: readonly Finding[]): Redacted {
  const stretches = stretchesOf(findings, text.length);
  const numbers = new Map<string, Map<string, number>>();
  const pieces: string[] = [];
  let from = 0;
  for (const { detector, start, end } of stretches) {
    const known = numbers.get(detector) ?? new Map<string, number>();
    const value = text.slice(start, end);
    const number = known.get(value) ?? known.size + 1;
    numbers.set(detector, known.set(value, number));
    pieces.push(text.slice(from, start), `[REDACTED:${detector}-${number}]`);
    from = end;
  }
  return { text: pieces.join("") + text.slice(from), masked: stretches.length };
}

type Stretch = Pick<Finding, "detector" | "start" | "end">;

/** Sorted and without overlaps; of findings that touch the same characters the first one's name stays. */
export function stretchesOf(findings: readonly Finding[], length: number): readonly Stretch[] {
  const sorted = findings.map(({ detector, start, end }) => ({ detector, start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Stretch[] = [];
  for (const next of sorted) {
    const last = kept.at(-1);
    if (last === undefined || next.start >= last.end) kept.push(next);
    else kept.splice(-1, 1, { ...last, end: Math.max(last.end, next.end) });
  }
  return kept;
}
