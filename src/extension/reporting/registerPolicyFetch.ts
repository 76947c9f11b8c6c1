import * as vscode from "vscode";
import { toPolicyRejectedEvent } from "../../core/events/policyEvent.ts";
import { readVersion } from "../../node/reporting/processResource.ts";
import { createPolicyFetch } from "../../node/trust/createPolicyFetch.ts";
import type { PolicyOutcome } from "../../node/trust/policyRun.ts";
import type { Parts } from "../parts.ts";

const lookMilliseconds = 5000;

export interface PolicyFetch extends vscode.Disposable {
  /** Something new is known to be there. */
  readonly fetchNow: () => void;
}

/** Fetches the organisation's policy while a window is open. That it changed is seen by its file, in every program. */
export function registerPolicyFetch({ locations, policies, output, reporting, now }: Parts, dist: string): PolicyFetch {
  const run = createPolicyFetch({ locations, organisation: () => policies.current().organisation, fetch, now, random: Math.random, host: { os: process.platform, arch: process.arch, editor: vscode.version, guardVersion: readVersion(dist) } });
  const state: { rejected?: string } = {};
  const take = (asked: Promise<PolicyOutcome>) => void asked.then((outcome) => {
    tell(outcome, output);
    if (outcome.kind === "waiting") return;
    const rejected = outcome.kind === "rejected" ? outcome.reason : "";
    // Once for each reason: the next answer is a minute away and says the same.
    if (rejected !== "" && rejected !== state.rejected) reporting.ledger.record({ event: toPolicyRejectedEvent("organisation", "distrusted", reporting.stamp()), local: {} });
    state.rejected = rejected;
  }, (error: unknown) => output.error(`the organisation's policy could not be kept (${(error as Error).name})`));
  const timer = setInterval(() => take(run.look()), lookMilliseconds);
  return { fetchNow: () => take(run.ask()), dispose: () => clearInterval(timer) };
}

function tell(outcome: PolicyOutcome, output: vscode.LogOutputChannel): void {
  if (outcome.kind === "applied") output.info(`the organisation's policy, version ${outcome.version}, is in force`);
  if (outcome.kind === "rejected") output.error(`the policy that the organisation's endpoint serves does not count (${outcome.reason})`);
}
