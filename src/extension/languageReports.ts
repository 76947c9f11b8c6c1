import type { Finding } from "../core/request.ts";
import type { FindingsReport } from "../core/wire.ts";
import type { ServerState } from "./keepRunning.ts";

/** The last report of each open document. Pure but for its memory. */
export interface Reports {
  /** false: nothing a guard could care about differs from before. */
  readonly put: (report: FindingsReport) => boolean;
  readonly get: (uri: string) => FindingsReport | undefined;
  /** `undefined`: not looked through (yet), which is not the same as nothing found. */
  readonly findings: (uri: string) => readonly Finding[] | undefined;
  readonly drop: (uri: string) => void;
  readonly clear: () => void;
}

export function createReports(): Reports {
  const reports = new Map<string, FindingsReport>();
  return {
    put: (report) => {
      const before = reports.get(report.uri);
      // Late reports of an older version come when a document was closed and opened again.
      if (before !== undefined && before.version > report.version) return false;
      reports.set(report.uri, report);
      return before === undefined || summary(before) !== summary(report);
    },
    get: (uri) => reports.get(uri),
    findings: (uri) => {
      const report = reports.get(uri);
      return report?.undecided === undefined ? report?.findings : undefined;
    },
    drop: (uri) => void reports.delete(uri),
    clear: () => reports.clear(),
  };
}

/**
 * Why nobody can say what a document holds: the server could not look through it, or is down. While it starts for the
 * first time, and between its start and its first report, a document is judged by path and head: that is a moment, and a
 * policy that blocks what it cannot decide would stop every file in it.
 */
export function whyUndecided(state: ServerState, report: FindingsReport | undefined, overdue = false): string | undefined {
  if (report?.undecided !== undefined) return `the language server did not look through it, because ${report.undecided}`;
  if (overdue && state === "running") return "the language server has not answered for it";
  return state === "restarting" || state === "stopped" ? "the language server is not running" : undefined;
}

/** What decisions depend on: which kinds of findings there are, not where. So typing above a finding judges nothing anew. */
const summary = ({ findings, undecided }: FindingsReport) => `${undecided ?? ""} ${[...new Set(findings.map(({ detector, kind, tier }) => `${detector} ${kind} ${tier}`))].sort().join()}`;
