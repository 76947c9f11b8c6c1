import { droppedReasons, type Dropped, type LocatedFinding, type SkippedKind, type UnscannedReason } from "./scanJob.ts";
import type { ScannedFile } from "./scanFiles.ts";

/** What a scan came to. Nothing that was not looked through is left out. */
export interface ScanSummary {
  /** Documents that were looked through. */
  readonly scanned: number;
  /** Findings in the order of the files; ids and places, never what they say. */
  readonly findings: readonly FoundIn[];
  /** Findings below the tier that was asked for. */
  readonly below: readonly FoundIn[];
  /** Findings that need no attention, by the reason. */
  readonly dropped: Dropped;
  readonly skipped: Readonly<Record<SkippedKind, number>>;
  readonly unscanned: readonly { readonly path: string; readonly why: UnscannedReason }[];
}

export interface FoundIn extends LocatedFinding {
  readonly path: string;
}

/** Collects outcomes. `current` is a live view, `isShown` says which findings were asked for. */
export function createSummary(isShown: (finding: LocatedFinding) => boolean): { readonly current: ScanSummary; readonly add: (file: ScannedFile) => void } {
  const found: FoundIn[] = [];
  const below: FoundIn[] = [];
  const unscanned: { path: string; why: UnscannedReason }[] = [];
  const skipped: Record<SkippedKind, number> = { binary: 0, link: 0, special: 0, gone: 0 };
  const dropped = { marked: 0, comments: 0, baseline: 0, rules: 0 };
  const current = { scanned: 0, findings: found, below, dropped, skipped, unscanned };
  const add = ({ path, outcome }: ScannedFile) => {
    if (outcome.kind === "unscanned") unscanned.push({ path, why: outcome.why });
    else if (outcome.kind === "skipped") skipped[outcome.what] += 1;
    else if (outcome.kind === "scanned") {
      current.scanned += 1;
      for (const reason of droppedReasons) dropped[reason] += outcome.dropped[reason];
      for (const finding of outcome.findings) (isShown(finding) ? found : below).push({ ...finding, path });
    }
  };
  return { current, add };
}
