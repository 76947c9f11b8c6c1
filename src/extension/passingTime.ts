import type * as vscode from "vscode";
import type { Policy } from "../core/policy/policy.ts";
import { nextEnd } from "./nextEnd.ts";
import type { Parts } from "./parts.ts";

// Policies of files outside the workspace's folders are watched by nobody.
const pollMilliseconds = 5000;
// A timer of more than 24 days is over at once; what ends later is armed again on the way.
const longestTimer = 3_600_000;
// Judgements are remembered for the second in which they were made.
const toWholeSecond = (time: number) => Math.ceil(time / 1000) * 1000;

export interface PassingTime extends vscode.Disposable {
  /** Permissions, policies or open documents are others than before. */
  readonly arm: () => void;
}

/**
 * Tells what no event tells: that a permission or an exception ended by the clock, and that a policy of an open document
 * changed where nobody watches. `policies` are those of the open documents, by address.
 */
export function createPassingTime({ grants, now }: Pick<Parts, "grants" | "now">, policies: () => ReadonlyMap<string, Policy>, passed: () => void): PassingTime {
  const state: { timer?: NodeJS.Timeout; seen: ReadonlyMap<string, Policy> } = { seen: new Map() };
  const arm = () => {
    clearTimeout(state.timer);
    const end = nextEnd(now(), { grants: grants.active(), exceptions: [...new Set(policies().values())].flatMap(({ exceptions }) => exceptions) });
    if (end === undefined) return;
    const due = toWholeSecond(end);
    state.timer = setTimeout(() => {
      if (now() >= due) passed();
      arm();
    }, Math.min(due - now(), longestTimer));
  };
  const poll = setInterval(() => {
    const current = policies();
    const differs = [...current].some(([key, { hash }]) => state.seen.has(key) && state.seen.get(key)?.hash !== hash);
    state.seen = current;
    if (!differs) return;
    passed();
    arm();
  }, pollMilliseconds);
  return {
    arm,
    dispose: () => {
      clearTimeout(state.timer);
      clearInterval(poll);
    },
  };
}
