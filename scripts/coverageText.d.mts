export interface CoverageRow {
  /** The heading under which the row stands, such as "clipboard" or "completions". */
  readonly door: string;
  readonly route: string;
  /** What stands in the way. `none`: nothing can. */
  readonly lever: string;
  /** Without Gatelodge, or with a policy that allows. */
  readonly off: string;
  /** In few words. A time goes in as `within 63 ms`; the page shows a rounded limit, so that it stays the same between runs. */
  readonly on: string;
  /** Measured by the fault tests, which a plain `npm test` leaves out. */
  readonly faults?: true;
  /** Why this machine could not try it; then nothing was measured, and what the page says stays. */
  readonly untried?: string;
}
export function renderCoverage(rows: readonly CoverageRow[]): string;
export function readCoverage(page: string): readonly CoverageRow[];
export function compareCoverage(page: string, rows: readonly CoverageRow[], options?: { readonly faults: boolean }): readonly string[];
export function mergeCoverage(page: string, rows: readonly CoverageRow[]): readonly CoverageRow[];
