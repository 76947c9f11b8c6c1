import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { GatelodgeEvent } from "../../core/events/gatelodgeEvent.ts";
import { toPolicyAppliedEvent, toPolicyRejectedEvent } from "../../core/events/policyEvent.ts";
import type { PolicyInForce } from "../policyStore.ts";

export interface PolicyReportsParts {
  /** Holds what was reported last, for all windows. */
  readonly file: string;
  readonly record: (event: GatelodgeEvent) => void;
  readonly stamp: () => { readonly id: string; readonly time: string };
}

/** Reports a policy that came into force and what of it does not count, once each. */
export function createPolicyReports({ file, record, stamp }: PolicyReportsParts): (inForce: Pick<PolicyInForce, "policy" | "problems">) => void {
  const seen: { hash?: string } = {};
  return ({ policy, problems }) => {
    if (seen.hash === policy.hash) return;
    seen.hash = policy.hash;
    const previous = readHash(file);
    if (previous === policy.hash) return;
    record(toPolicyAppliedEvent(policy, previous, stamp()));
    const rejected = new Map(problems.map(({ source, kind }) => [`${source} ${kind}`, { source, kind }]));
    for (const { source, kind } of rejected.values()) record(toPolicyRejectedEvent(source, kind, stamp()));
    writeHash(file, policy.hash);
  };
}

function readHash(file: string): string | undefined {
  try {
    const hash = readFileSync(file, "utf8");
    return /^[0-9a-f]{16}$/.test(hash) ? hash : undefined;
  } catch {
    return undefined; // none was reported yet
  }
}

function writeHash(file: string, hash: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, hash, { mode: 0o600 });
  } catch {
    // It is reported again by the next window.
  }
}
