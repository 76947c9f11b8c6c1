import { lineOf, lineStarts } from "../../core/lines.ts";
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
