import { join } from "node:path";
import { inOrder } from "../../node/scan/inOrder.ts";
import type { ScanOutcome } from "../../node/scan/scanJob.ts";
import { createScanPool, type ScanPool } from "../../node/scan/scanPool.ts";
import { exitCodes, type CommandContext } from "../command.ts";
import { writeText } from "../writeText.ts";
import { readRows, type Row } from "./jsonlRows.ts";
import type { ScanArguments } from "./scanArguments.ts";

const batchesPerThread = 3;

/** One line of output for each line of input, in order, as they come: with no policy, so that anybody's evaluation gets the same. */
export async function scanJsonl({ threads, deadline, secretlint, maxBytes }: ScanArguments, { stdin, stdout, dist, signal }: CommandContext): Promise<number> {
  const pool = createScanPool({ workerFile: join(dist, "scanWorker.cjs"), threads, deadline, options: { policies: [], secretlint, maxBytes } });
  signal.addEventListener("abort", pool.dispose, { once: true });
  try {
    for await (const lines of inOrder(readRows(stdin), threads * batchesPerThread, (rows) => answerRows(pool, rows))) await writeText(stdout, lines);
    return exitCodes.clean;
  } finally {
    pool.dispose();
  }
}

async function answerRows(pool: ScanPool, rows: readonly Row[]): Promise<string> {
  const jobs = rows.flatMap((row) => ("text" in row ? [{ text: row.text }] : []));
  const outcomes = (await pool.run(jobs)).values();
  return rows.map((row) => `${JSON.stringify("text" in row ? toAnswer(row.id, outcomes.next().value) : row)}\n`).join("");
}

function toAnswer(id: unknown, outcome: ScanOutcome | undefined): object {
  if (outcome?.kind !== "scanned") return { id, findings: [], error: outcome?.kind === "unscanned" ? `not scanned: ${outcome.why}` : "not scanned" };
  return { id, findings: outcome.findings.map(({ detector, start, end, tier }) => ({ detector, start, end, confidence: tier })) };
}
