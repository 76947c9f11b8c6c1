import { userInfo } from "node:os";
import * as vscode from "vscode";
import { reportingPlaces } from "../../node/reporting/createReporting.ts";
import { readVersion } from "../../node/reporting/processResource.ts";
import { createReportingRun } from "../../node/reporting/reportingRun.ts";
import { createToldTerms } from "../../node/reporting/toldTerms.ts";
import type { Parts } from "../parts.ts";
import type { Pages } from "../views/pages.ts";
import { createReportingNotice } from "./reportingNotice.ts";
import { toReportedPage } from "./reportedPage.ts";

const lookMilliseconds = 5000;

/** Sends what this and the other programs have kept, as long as the policy names an endpoint, and shows what was sent. */
export function registerReporting(parts: Parts, pages: Pages, dist: string): vscode.Disposable {
  const { locations, reporting, output, now } = parts;
  const run = createReportingRun({
    locations, reporting, now, fetch, userName: () => userInfo().username,
    host: { os: process.platform, arch: process.arch, editor: vscode.version, guardVersion: readVersion(dist) },
    mayReport: createReportingNotice(createToldTerms(reportingPlaces(locations).told), output),
    onEnrolled: () => output.info("this machine is enrolled"),
  });
  const look = () => void run.look().catch((error: unknown) => output.error(`reports were not sent (${(error as Error).name})`));
  const timer = setInterval(look, lookMilliseconds);
  return vscode.Disposable.from(
    new vscode.Disposable(() => clearInterval(timer)),
    vscode.commands.registerCommand("gatelodge.showReported", () => pages.show("reported", toReportedPage(reporting.entry(), reportingPlaces(locations).book, run.waiting()))),
  );
}
