export interface ProofRow {
  readonly client: string;
  readonly version: string;
  readonly scope: string;
  readonly case: string;
  readonly guard: "off" | "on";
  readonly leaked: boolean;
  readonly expected: boolean;
  readonly benign?: true;
  readonly limit?: string;
}
export function renderProof(rows: readonly ProofRow[], old: string): string;
export function compareProof(page: string, rows: readonly ProofRow[]): readonly string[];
