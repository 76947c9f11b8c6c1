import type { ScanSummary } from "../../node/scan/scanSummary.ts";

/** Lines and columns count from 1, `start` and `end` are offsets from 0; all in UTF-16 code units, ends exclusive. */
export function toJsonReport({ scanned, findings, below, dropped, skipped, unscanned }: ScanSummary): object {
  return {
    version: 1,
    scanned,
    findings: findings.map(({ path, detector, kind, tier, start, end, line, character, endLine, endCharacter }) =>
      ({ path, detector, kind, tier, start, end, line: line + 1, column: character + 1, endLine: endLine + 1, endColumn: endCharacter + 1 })),
    belowTier: below.length,
    dropped,
    skipped,
    unscanned: unscanned.map(({ path, why }) => ({ path, reason: why })),
  };
}
