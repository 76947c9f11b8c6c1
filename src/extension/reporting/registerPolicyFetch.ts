import * as vscode from "vscode";
import { readVersion } from "../../node/reporting/processResource.ts";
import { createPolicyFetch } from "../../node/trust/createPolicyFetch.ts";
import type { PolicyOutcome } from "../../node/trust/policyRun.ts";
import type { Parts } from "../parts.ts";

const lookMilliseconds = 5000;

/** Fetches the organisation's policy while a window is open. That it changed is seen by its file, in every program. */
export function registerPolicyFetch({ locations, policies, output, now }: Parts, dist: string): vscode.Disposable {
  const run = createPolicyFetch({ locations, organisation: () => policies.current().organisation, fetch, now, random: Math.random, host: { os: process.platform, arch: process.arch, editor: vscode.version, guardVersion: readVersion(dist) } });
  const look = () => void run.look().then((outcome) => tell(outcome, output), (error: unknown) => output.error(`the organisation's policy could not be kept (${(error as Error).name})`));
  const timer = setInterval(look, lookMilliseconds);
  return new vscode.Disposable(() => clearInterval(timer));
}

function tell(outcome: PolicyOutcome, output: vscode.LogOutputChannel): void {
  if (outcome.kind === "applied") output.info(`the organisation's policy, version ${outcome.version}, is in force`);
  if (outcome.kind === "rejected") output.error(`the policy that the organisation's endpoint serves does not count (${outcome.reason})`);
}
