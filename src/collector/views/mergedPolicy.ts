import { builtinPolicy } from "../../core/policy/builtinPolicy.ts";
import { mergePolicies } from "../../core/policy/mergePolicies.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { readPolicyText } from "../../node/policyFile.ts";

/** What an organisation's text says on top of the built-in policy; empty: nothing. `undefined`: it is no policy. */
export function mergedPolicy(text: string): Omit<Policy, "hash"> | undefined {
  const read = text.trim() === "" ? { ok: true as const, document: { version: 1 as const } } : readPolicyText(text);
  return read.ok ? mergePolicies([{ source: "builtin", document: builtinPolicy }, { source: "organisation", document: read.document }]).policy : undefined;
}
