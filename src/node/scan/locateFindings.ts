import type { Finding } from "../../core/request.ts";
import type { LocatedFinding } from "./scanJob.ts";

/** Adds line and character. Line ends as editors count them: `\r\n`, `\n`, `\r`. One pass over the text. */
export function locateFindings(text: string, findings: readonly Finding[]): readonly LocatedFinding[] {
  if (findings.length === 0) return [];
  const starts = lineStarts(text);
  return findings.map((finding) => {
    const line = lineOf(starts, finding.start);
    const endLine = lineOf(starts, finding.end);
    return { ...finding, line, character: finding.start - (starts[line] ?? 0), endLine, endCharacter: finding.end - (starts[endLine] ?? 0) };
  });
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: { length } }) => index + length)];
}

/** The last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
