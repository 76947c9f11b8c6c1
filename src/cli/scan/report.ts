import type { Tier } from "../../core/request.ts";
import type { ScanSummary } from "../../node/scan/scanSummary.ts";
import type { formats } from "./scanArguments.ts";
import { toJsonReport } from "./jsonReport.ts";
import { toSarif } from "./sarifReport.ts";
import { toTextReport } from "./textReport.ts";

/** The result of a scan as text. No form of it holds a value that was found. */
export function toReport(format: (typeof formats)[number], summary: ScanSummary, tier: Tier): string {
  if (format === "json") return `${JSON.stringify(toJsonReport(summary), undefined, 2)}\n`;
  if (format === "sarif") return `${JSON.stringify(toSarif(summary), undefined, 2)}\n`;
  return toTextReport(summary, tier);
}
