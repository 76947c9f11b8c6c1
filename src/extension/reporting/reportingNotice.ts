import * as vscode from "vscode";
import { findWidenings, toNotice, toTerms, type ReportingTerms } from "../../core/events/reportingTerms.ts";
import type { ReportingEntry } from "../../core/policy/policyDocument.ts";
import type { ToldTerms } from "../../node/reporting/toldTerms.ts";

const more = "Show What Was Reported";

/**
 * Tells the person where reports go and what they say, before the first one and whenever that becomes more. Nothing is sent
 * before it is on the screen; it comes back in each window until somebody has put it away.
 */
export function createReportingNotice(told: ToldTerms, output: vscode.LogOutputChannel): (entry: ReportingEntry) => boolean {
  const shown: { terms?: ReportingTerms } = {};
  const tell = async (terms: ReportingTerms, widenings: readonly string[]) => {
    const answer = await vscode.window.showInformationMessage(toNotice(terms, widenings), "OK", more);
    told.write(terms);
    if (answer === more) await vscode.commands.executeCommand("gatelodge.showReported");
  };
  return (entry) => {
    const terms = toTerms(entry);
    if (shown.terms !== undefined && findWidenings(shown.terms, terms).length === 0) return true;
    const widenings = findWidenings(told.read(), terms);
    shown.terms = terms;
    if (widenings.length === 0) return true;
    tell(terms, widenings).catch((error: unknown) => output.error(`the notice of reporting could not be kept (${(error as NodeJS.ErrnoException).code ?? "unknown"})`));
    // The next look, some seconds later, finds it shown.
    return false;
  };
}
