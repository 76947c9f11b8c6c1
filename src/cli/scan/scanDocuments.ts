import { statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { tiers } from "../../core/request.ts";
import { createPolicyStore } from "../../node/policyStore.ts";
import { cachingScan } from "../../node/scan/cachingScan.ts";
import { realPlaces, scanPolicies } from "../../node/scan/scanPlaces.ts";
import type { ScanOptions } from "../../node/scan/scanJob.ts";
import { createScanPool } from "../../node/scan/scanPool.ts";
import { createSummary, type ScanSummary } from "../../node/scan/scanSummary.ts";
import { CommandError, exitCodes, type CommandContext } from "../command.ts";
import { writeText } from "../writeText.ts";
import { findBaselines, writeNewBaseline } from "./scanBaselines.ts";
import { createProgress } from "./progress.ts";
import { toReport } from "./report.ts";
import type { ScanArguments } from "./scanArguments.ts";
import { scanStaged, scanStdin } from "./scanStreams.ts";

/** Files, staged changes or one text: scans, reports, and says in the exit code what came of it. */
export async function scanDocuments(chosen: ScanArguments, context: CommandContext): Promise<number> {
  const { folder, locations, dist, signal, stderr, stdout } = context;
  const places = realPlaces(namedPlaces(chosen, folder));
  const workerFile = join(dist, "scanWorker.cjs");
  const known = findBaselines(chosen, places, folder);
  const options: ScanOptions = {
    policies: scanPolicies(createPolicyStore({ locations, platform: process.platform, now: Date.now }), places), secretlint: chosen.secretlint, maxBytes: chosen.maxBytes,
    ...(chosen.everything ? {} : { state: locations.state, silence: { baselines: known.asked, now: Date.now() } }),
    ...(known.made === undefined ? {} : { fingerprintSalt: known.made.salt }),
  };
  const parts = { workerFile, threads: chosen.threads, deadline: chosen.deadline, options };
  const { current, add } = createSummary(({ tier }) => tiers.indexOf(tier) >= tiers.indexOf(chosen.tier));
  const progress = createProgress(stderr, current);
  try {
    if (chosen.mode === "paths") {
      const cacheFolder = chosen.cache ? locations.cache : undefined;
      for await (const file of cachingScan({ ...parts, places, cacheFolder, ignored: chosen.ignored, signal, now: Date.now() })) add({ ...file, path: relative(folder, file.path) });
    } else {
      const pool = createScanPool(parts);
      signal.addEventListener("abort", pool.dispose, { once: true });
      const scan = chosen.mode === "stdin" ? scanStdin(pool, context, chosen.maxBytes) : scanStaged(pool, context, chosen);
      for await (const file of scan) add(file);
      pool.dispose();
    }
  } finally {
    progress.end();
  }
  if (known.made !== undefined) {
    await writeText(stdout, writeNewBaseline(known.made, current, { folder, places }));
    return exitCodeOf({ ...current, findings: [] }, chosen.allowUnscanned);
  }
  await writeText(stdout, toReport(chosen.format, current, chosen.tier));
  return exitCodeOf(current, chosen.allowUnscanned);
}

/** Absolute paths of what was named. Something that is not there is a mistake, not an empty scan. */
function namedPlaces({ mode, paths }: ScanArguments, folder: string): readonly string[] {
  if (mode !== "paths" || paths.length === 0) return [folder];
  const places = [...new Set(paths.map((path) => resolve(folder, path)))];
  if (places.some((place) => statSync(place, { throwIfNoEntry: false }) === undefined)) throw new CommandError("one of the paths does not exist");
  return places;
}

function exitCodeOf({ findings, unscanned }: Pick<ScanSummary, "findings" | "unscanned">, allowUnscanned: boolean): number {
  if (findings.length > 0) return exitCodes.findings;
  return unscanned.length > 0 && !allowUnscanned ? exitCodes.trouble : exitCodes.clean;
}
