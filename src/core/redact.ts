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
  const stretches = merge(findings, text.length);
  const numbers = new Map<string, number>();
  const pieces: string[] = [];
  let from = 0;
  for (const { detector, start, end } of stretches) {
    const key = `${detector} ${text.slice(start, end)}`;
    const number = numbers.get(key) ?? [...numbers.keys()].filter((known) => known.startsWith(`${detector} `)).length + 1;
    numbers.set(key, number);
    pieces.push(text.slice(from, start), `[REDACTED:${detector}-${number}]`);
    from = end;
  }
  return { text: pieces.join("") + text.slice(from), masked: stretches.length };
}

type Stretch = Pick<Finding, "detector" | "start" | "end">;

/** Sorted and without overlaps; of findings that touch the same characters the first one's name stays. */
function merge(findings: readonly Finding[], length: number): readonly Stretch[] {
  const sorted = findings.map(({ detector, start, end }) => ({ detector, start: Math.max(0, start), end: Math.min(length, end) })).filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.reduce<Stretch[]>((kept, next) => {
    const last = kept.at(-1);
    if (last === undefined || next.start >= last.end) return [...kept, next];
    return [...kept.slice(0, -1), { ...last, end: Math.max(last.end, next.end) }];
  }, []);
}
