import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProofRow } from "../../scripts/proofText.mjs";

const folder = join(import.meta.dirname, "../../.proof/agents");

/** Collects the rows of a client and writes them after each one, so that a run that was stopped has some. */
export function createRecords(client: string): (row: ProofRow) => void {
  const rows: ProofRow[] = [];
  mkdirSync(folder, { recursive: true });
  return (row) => {
    rows.push(row);
    writeFileSync(join(folder, `${client}.json`), `${JSON.stringify(rows, undefined, 1)}\n`);
  };
}

