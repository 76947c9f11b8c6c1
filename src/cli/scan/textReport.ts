import type { Tier } from "../../core/request.ts";
import { droppedReasons, type Dropped } from "../../node/scan/scanJob.ts";
import type { ScanSummary } from "../../node/scan/scanSummary.ts";
import { toPlain } from "../writeText.ts";

const maxListed = 20;
const droppedWords: Readonly<Record<keyof Dropped, string>> = { marked: "marked as false", comments: "allowed by comments", baseline: "in the baseline", rules: "of rules that are turned down" };

/** A line for each finding, as editors and terminals link them, then what the scan came to. */
export function toTextReport(summary: ScanSummary, tier: Tier): string {
  const lines = summary.findings.map(({ path, line, character, kind, tier: sure, detector, start, end }) => `${toPlain(path)}:${line + 1}:${character + 1}: ${sure} ${kind}, ${detector} (${end - start} characters)`);
  return [...lines, ...(lines.length > 0 ? [""] : []), ...summaryLines(summary, tier), ""].join("\n");
}

function summaryLines({ scanned, findings, below, dropped, skipped, unscanned }: ScanSummary, tier: Tier): readonly string[] {
  const inFiles = new Set(findings.map(({ path }) => path)).size;
  return [
    `${count(findings.length, "finding")} in ${count(inFiles, "file")}; ${count(scanned, "file")} scanned.`,
    ...(below.length > 0 ? [`${count(below.length, "finding")} less certain than ${tier} not shown (--tier possible).`] : []),
    ...droppedReasons.filter((reason) => dropped[reason] > 0).map((reason) => `${count(dropped[reason], "finding")} ${droppedWords[reason]} not shown (--all).`),
    ...(skipped.binary > 0 ? [`${count(skipped.binary, "binary file")} passed over.`] : []),
    ...(skipped.link + skipped.special > 0 ? [`${count(skipped.link + skipped.special, "link")}, pipes and the like passed over.`] : []),
    ...(unscanned.length > 0 ? [`${count(unscanned.length, "file")} NOT scanned, and not known to be clean:`] : []),
    ...unscanned.slice(0, maxListed).map(({ path, why }) => `  ${toPlain(path)}: ${why}`),
    ...(unscanned.length > maxListed ? [`  and ${unscanned.length - maxListed} more (--format json lists all)`] : []),
  ];
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
