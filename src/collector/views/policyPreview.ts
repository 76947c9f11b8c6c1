import type { PolicyPreviewView } from "../../core/dashboard/views.ts";
import type { Mode } from "../../core/policy/policyDocument.ts";
import { toRecord } from "./counted.ts";
import { dayMilliseconds, toDay } from "./days.ts";
import { mergedPolicy } from "./mergedPolicy.ts";
import type { ViewDatabase } from "./viewDatabase.ts";

/** Counts what rules that differ between two policies decided; what a new rule would have is in no report. */
export function createPolicyPreview(database: ViewDatabase): (current: string, proposed: string, now: number) => Promise<PolicyPreviewView | undefined> {
  return async (current, proposed, now) => {
    const [before, after] = [readRules(current), readRules(proposed)];
    if (before === undefined || after === undefined) return undefined;
    const counts = toRecord(await database.all("SELECT subject AS value, SUM(count) AS count FROM viewDays WHERE name = 'gatelodge.decision' AND day > :since GROUP BY subject", { since: toDay(now - 28 * dayMilliseconds) }));
    const changes = [...new Set([...before.rules.keys(), ...after.rules.keys()])].filter((rule) => before.rules.get(rule) !== after.rules.get(rule));
    const rules = changes.map((rule) => ({ rule, kind: !before.rules.has(rule) ? "added" as const : after.rules.has(rule) ? "changed" as const : "gone" as const, count: counts[rule] ?? 0 }));
    const decisions = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const isOtherMode = before.mode !== after.mode;
    return { decisions, touched: isOtherMode ? decisions : rules.reduce((sum, { count }) => sum + count, 0), rules, ...(isOtherMode ? { mode: after.mode } : {}) };
  };
}

/** The rules of a text on top of the built-in ones, each as text. */
function readRules(text: string): { readonly mode: Mode; readonly rules: ReadonlyMap<string, string> } | undefined {
  const policy = mergedPolicy(text);
  return policy === undefined ? undefined : { mode: policy.mode, rules: new Map(policy.rules.map((rule) => [rule.id, JSON.stringify({ ...rule, origin: undefined })])) };
}
