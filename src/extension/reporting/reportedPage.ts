import type { ReportingEntry } from "../../core/policy/policyDocument.ts";
import { toFieldLines, toRequestLines, toTermLines, type Waiting } from "../../node/reporting/reportedText.ts";

const shown = 50;

/** What was reported, for people: where to, what waits, the bytes of the last requests, and everything that can be said. */
export function toReportedPage(entry: ReportingEntry | undefined, book: string, waiting: Waiting): string {
  const requests = toRequestLines(book, shown);
  return [
    "# What was reported", "", ...toTermLines(entry, waiting), "",
    ...(requests.length === 0 ? ["Nothing was sent from this machine yet.", ""] : [`The newest requests first, at most ${shown}: each event in a line, and below them the whole request as it left, before it was compressed, with line breaks added.`, "", ...requests]),
    "## Everything that can be said", "", ...toFieldLines(), "",
  ].join("\n");
}
