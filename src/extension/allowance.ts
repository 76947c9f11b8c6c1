import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import type { Grant } from "../core/evaluate.ts";
import { toOverrideEvent } from "../core/events/overrideEvent.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Parts } from "./parts.ts";

/** A person's permission: written down for the guards, and in the ledger with its reason, which stays here. 0 minutes: the next decision only. */
export function allow(parts: Parts, policy: Policy, grants: readonly Omit<Grant, "id">[], minutes: number, reason: string): boolean {
  try {
    for (const grant of grants) parts.grants.add({ id: `override-${randomUUID()}`, ...grant });
  } catch {
    void vscode.window.showErrorMessage("Gatelodge: the permission could not be saved, so it does not hold (disk full or read-only).");
    return false;
  }
  for (const rule of new Set(grants.flatMap(({ rules }) => rules))) parts.ledger.record({
    event: toOverrideEvent(policy, rule, { id: randomUUID(), time: new Date(parts.now()).toISOString(), minutes }),
    local: { reason, rule },
  });
  return true;
}

/** Why somebody overrides; `undefined`: they thought better of it. */
export async function askReason(prompt = "Kept in the local ledger with this permission."): Promise<string | undefined> {
  return vscode.window.showInputBox({ title: "Why?", prompt, ignoreFocusOut: true, validateInput: (value) => (value.trim().length < 5 ? "A few words, please." : undefined) });
}
