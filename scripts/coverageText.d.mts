export interface CoverageRow {
  readonly door: string;
  readonly route: string;
  readonly lever: string;
  readonly off: string;
  readonly on: string;
  readonly faults?: true;
}
export function renderCoverage(rows: readonly CoverageRow[]): string;
export function readCoverage(page: string): readonly CoverageRow[];
export function compareCoverage(page: string, rows: readonly CoverageRow[], options?: { readonly faults: boolean }): readonly string[];
export function mergeCoverage(page: string, rows: readonly CoverageRow[]): readonly CoverageRow[];
