import { builtinPolicy } from "../../src/core/policy/builtinPolicy.ts";
import { mergePolicies, type Layer } from "../../src/core/policy/mergePolicies.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import type { PolicyDocument } from "../../src/core/policy/policyDocument.ts";

/** The policy in force of some layers over the built-in one. */
export function merged(...layers: readonly Layer[]) {
  const { policy, ignored } = mergePolicies([{ source: "builtin", document: builtinPolicy }, ...layers]);
  return { policy: { ...policy, hash: "test" } satisfies Policy, ignored };
}

/** A layer with only what a test is about. */
export function layer(source: Layer["source"], document: Omit<PolicyDocument, "version">, root?: string): Layer {
  return { source, document: { version: 1, ...document }, ...(root === undefined ? {} : { root }) };
}
