export interface CoverageRow {
  readonly door: string;
  readonly route: string;
  readonly lever: string;
  readonly off: string;
  readonly on: string;
}
export function renderCoverage(rows: readonly CoverageRow[]): string;
export function readCoverage(page: string): readonly CoverageRow[];
export function compareCoverage(page: string, rows: readonly CoverageRow[]): readonly string[];
