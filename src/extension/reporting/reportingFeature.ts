import { userInfo } from "node:os";
import * as vscode from "vscode";
import { reportingPlaces } from "../../node/reporting/createReporting.ts";
import { readVersion } from "../../node/reporting/processResource.ts";
import { createReportingRun } from "../../node/reporting/reportingRun.ts";
import { createToldTerms } from "../../node/reporting/toldTerms.ts";
import type { Pages } from "../views/pages.ts";
import { createGuardReports, type GuardReportsParts } from "./guardReports.ts";
import { createReportingNotice } from "./reportingNotice.ts";
import { toReportedPage } from "./reportedPage.ts";

const lookMilliseconds = 5000;

export interface ReportingFeatureParts extends Pick<GuardReportsParts, "parts" | "dist" | "coverage" | "agents"> {
  readonly pages: Pages;
}

export interface ReportingFeature extends vscode.Disposable {
  readonly show: () => Promise<void>;
}

/** Sends what this and the other programs have kept, as long as the policy names an endpoint, and shows what was sent. */
export function createReportingFeature({ parts, pages, dist, coverage, agents }: ReportingFeatureParts): ReportingFeature {
  const { locations, reporting, output, now } = parts;
  const run = createReportingRun({
    locations, reporting, now, fetch, userName: () => userInfo().username,
    host: { os: process.platform, arch: process.arch, editor: vscode.version, guardVersion: readVersion(dist) },
    mayReport: createReportingNotice(createToldTerms(reportingPlaces(locations).told), output),
    onEnrolled: () => output.info("this machine is enrolled"),
  });
  const reportGuard = createGuardReports({ parts, coverage, agents, waiting: run.waiting, dist });
  const look = () => void reportGuard().then(run.look).catch((error: unknown) => output.error(`reports were not sent (${(error as Error).name})`));
  const timer = setInterval(look, lookMilliseconds);
  return {
    show: () => pages.show("reported", toReportedPage(reporting.entry(), reportingPlaces(locations).book, run.waiting())),
    dispose: () => clearInterval(timer),
  };
}
