import type { FoundIn, ScanSummary } from "../../node/scan/scanSummary.ts";

/** A line of the result view. Says where and what kind, never what was found. */
export interface ResultNode {
  readonly label: string;
  readonly description: string;
  readonly children: readonly ResultNode[];
  /** The file it stands for; with a place: opened there by a click. */
  readonly file?: string;
  readonly place?: Pick<FoundIn, "line" | "character" | "endLine" | "endCharacter">;
}

/** Files with findings in the order of the scan, then what was not scanned. `toName` shortens a path for people. */
export function toResultTree({ findings, unscanned }: ScanSummary, toName: (path: string) => string): readonly ResultNode[] {
  const byFile = Map.groupBy(findings, ({ path }) => path);
  const files = Array.from(byFile, ([path, inside]): ResultNode => ({ label: toName(path), description: String(inside.length), file: path, children: inside.map(toFindingNode) }));
  const lost = unscanned.map(({ path, why }): ResultNode => ({ label: toName(path), description: why, file: path, place: start, children: [] }));
  return lost.length === 0 ? files : [...files, { label: "Not scanned, and not known to be clean", description: String(lost.length), children: lost }];
}

const start = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

function toFindingNode({ path, detector, tier, kind, start: from, end, line, character, endLine, endCharacter }: FoundIn): ResultNode {
  return { label: `Line ${line + 1}: ${detector}`, description: `${tier} ${kind}, ${end - from} characters`, file: path, place: { line, character, endLine, endCharacter }, children: [] };
}

/** What the scan came to, in a sentence or two. */
export function toResultMessage({ scanned, findings, below, dropped, skipped, unscanned }: ScanSummary, cancelled: boolean): string {
  const silent = Object.values(dropped).reduce((sum, each) => sum + each, 0);
  const parts = [
    count(findings.length, "finding"), `${count(scanned, "file")} scanned`,
    ...(below.length > 0 ? [`${count(below.length, "less certain finding")} not shown`] : []),
    ...(silent > 0 ? [`${count(silent, "finding")} silenced by marks, comments, the baseline or turned-down rules`] : []),
    ...(skipped.binary > 0 ? [`${count(skipped.binary, "binary file")} passed over`] : []),
    ...(unscanned.length > 0 ? [`${count(unscanned.length, "file")} NOT scanned`] : []),
  ];
  return `${cancelled ? "Cancelled. " : ""}${parts.join(", ")}.`;
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
