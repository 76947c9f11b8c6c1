import { parentPort, workerData } from "node:worker_threads";
import { createScanOne } from "./scanOne.ts";
import type { ScanJob, ScanOutcome, ScanWorkerStart } from "./scanJob.ts";

// Results go back at this pace: what a thread has not sent when it is ended is done again.
const flushMilliseconds = 50;

/** A thread of a scan pool: takes a batch, answers with outcomes in its order, says in a shared cell which job it is at. */
function serve(port: NonNullable<typeof parentPort>, { options, progress }: ScanWorkerStart): void {
  const scanOne = createScanOne(options);
  const scanBatch = async (batch: readonly ScanJob[]) => {
    let outcomes: ScanOutcome[] = [];
    let since = performance.now();
    for (const [index, job] of batch.entries()) {
      Atomics.store(progress, 0, index);
      outcomes.push(await scanOne(job).catch((): ScanOutcome => ({ kind: "unscanned", why: "it cannot be read" })));
      if (index + 1 < batch.length && performance.now() - since < flushMilliseconds) continue;
      port.postMessage(outcomes);
      outcomes = [];
      since = performance.now();
    }
  };
  port.on("message", (batch: readonly ScanJob[]) => void scanBatch(batch));
}

if (parentPort !== null) serve(parentPort, workerData as ScanWorkerStart);
