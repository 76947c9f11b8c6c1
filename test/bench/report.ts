/** One figure as a line of JSON, as scripts/bench.mjs reads it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Absent: a figure beside the one that has the target, which cannot miss. */
  readonly atMost?: number;
  readonly atLeast?: number;
}

export function report({ name, value, unit, atMost, atLeast }: Figure): void {
  const ok = (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
  const target = atMost !== undefined ? `<= ${atMost}` : atLeast !== undefined ? `>= ${atLeast}` : "";
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(4)), unit, target, ok }));
}

/** p50, p95 and p99 of the samples; the target is for one of them. */
export function reportPercentiles(name: string, unit: string, samples: readonly number[], target: { readonly of: 50 | 95 | 99; readonly atMost: number }): void {
  for (const rank of [50, 95, 99] as const) report({ name: `${name} p${rank}`, value: percentile(samples, rank), unit, ...(rank === target.of ? { atMost: target.atMost } : {}) });
}

/** The nearest-rank percentile. */
export function percentile(samples: readonly number[], rank: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error("there are no samples");
  return value;
}
