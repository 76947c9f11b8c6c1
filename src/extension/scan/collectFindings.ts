import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Baseline } from "../../node/baseline/baseline.ts";
import { cachingScan } from "../../node/scan/cachingScan.ts";
import { scanPolicies } from "../../node/scan/scanPlaces.ts";
import { createSummary, type ScanSummary } from "../../node/scan/scanSummary.ts";
import type { Parts } from "../parts.ts";

const deadline = 10_000;
const maxBytes = 20_000_000;
const reportMilliseconds = 200;
// One core stays with whoever types.
const threads = Math.max(1, Math.min(4, availableParallelism() - 1));

export interface Collecting {
  /** Real paths. */
  readonly places: readonly string[];
  readonly baselines: readonly Baseline[];
  /** Findings are wanted with their fingerprints. */
  readonly fingerprintSalt?: string;
  readonly signal: AbortSignal;
  readonly progress: (summary: ScanSummary) => void;
}

/** Looks through the places in threads of their own. When it is cancelled, what was found until then. */
export async function collectFindings({ policies, locations, now }: Pick<Parts, "policies" | "locations" | "now">, dist: string, { places, baselines, fingerprintSalt, signal, progress }: Collecting): Promise<ScanSummary> {
  const options = { policies: scanPolicies(policies, places), state: locations.state, silence: { baselines, now: now() }, secretlint: false, maxBytes, ...(fingerprintSalt === undefined ? {} : { fingerprintSalt }) };
  const { current, add } = createSummary(({ tier }) => tier !== "possible");
  const files = cachingScan({ workerFile: join(dist, "scanWorker.cjs"), threads, deadline, options, places, cacheFolder: locations.cache, ignored: false, signal, now: now() });
  const timer = setInterval(() => progress(current), reportMilliseconds);
  try {
    for await (const file of files) add(file);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearInterval(timer);
  }
  return current;
}
