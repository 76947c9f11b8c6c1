import * as vscode from "vscode";
import { allow, askReason } from "../allowance.ts";
import type { Parts } from "../parts.ts";
import type { Judged } from "./judged.ts";
import { onceGrants, onceMinutes } from "./onceGrants.ts";

/** Asks for a reason and, in a modal dialog, which nobody else can answer, for a yes; true: the next try may pass. */
export async function allowOnce(parts: Parts, what: string, stopped: readonly Judged[]): Promise<boolean> {
  const [first] = stopped;
  const grants = grantsFor(parts, stopped);
  if (first === undefined || grants.length === 0) {
    void vscode.window.showWarningMessage("Gatelodge: the policy in force does not permit an override here.");
    return false;
  }
  const reason = await askReason();
  if (reason === undefined) return false;
  const yes = "Allow Once";
  const rules = [...new Set(grants.flatMap((grant) => grant.rules))].join(", ");
  if (await vscode.window.showWarningMessage(what, { modal: true, detail: `Rules lifted for one time: ${rules}. Then do it again within ${onceMinutes} minutes. This is recorded.` }, yes) !== yes) return false;
  return allow(parts, policyOf(parts, first.request), grants, 0, reason);
}

/** The permissions that would let all of this through once, or none. */
export const grantsFor = (parts: Parts, stopped: readonly Judged[]) => onceGrants((request) => policyOf(parts, request), parts.now(), stopped);

const policyOf = (parts: Parts, { path, folder }: Judged["request"]) => parts.policies.current(path ?? (folder === undefined ? undefined : { folder })).policy;
