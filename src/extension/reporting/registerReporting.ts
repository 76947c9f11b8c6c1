import * as vscode from "vscode";
import type { ReportingEntry } from "../../core/policy/policyDocument.ts";
import { createPostLogs } from "../../node/reporting/postLogs.ts";
import { createSpoolSender } from "../../node/reporting/createReporting.ts";
import type { Parts } from "../parts.ts";

const lookMilliseconds = 5000;

/** Sends what this and the other programs have kept, as long as the policy names an endpoint. */
export function registerReporting(parts: Parts): vscode.Disposable {
  const sender = createSpoolSender(parts.locations, parts.reporting.spool, parts.now);
  const state = { busy: false };
  const reporting = (): ReportingEntry | undefined => parts.policies.current().policy.reporting;
  const look = async (): Promise<void> => {
    const { endpoint } = reporting() ?? {};
    if (endpoint === undefined || state.busy) return;
    state.busy = true;
    try {
      const post = createPostLogs({ url: endpoint }, fetch, parts.now);
      while ((await sender.round(post)).kind === "sent");
    } catch (error) {
      parts.output.error(`reports were not sent (${(error as Error).name})`);
    } finally {
      state.busy = false;
    }
  };
  const timer = setInterval(() => void look(), lookMilliseconds);
  return new vscode.Disposable(() => clearInterval(timer));
}
