import type { Layer } from "../../core/policy/mergePolicies.ts";
import type { OrganisationState } from "./organisationReader.ts";

/** Whether its policy is in force as it is. */
export const holds = ({ condition }: Pick<OrganisationState, "condition">): boolean => condition === "fresh" || condition === "grace";

/**
 * What stands for the organisation among the layers. Where its policy does not hold, the machine file is the floor again, to which
 * an authentic policy may still add; without a machine file that counts, an empty one stands in, so that nobody gets back what
 * the built-in policy permits to those who belong to no organisation.
 */
export function organisationLayers(state: OrganisationState | undefined): readonly Layer[] {
  if (state === undefined) return [];
  const own: readonly Layer[] = state.document === undefined ? [] : [{ source: "organisation", document: state.document, ...(holds(state) ? {} : { unverified: true }) }];
  return holds(state) || state.trusted.byMachineFile ? own : [{ source: "organisation", document: { version: 1 } }, ...own];
}

/** What a person should know of it; `undefined`: nothing. */
export function organisationTrouble({ condition, reason, trusted }: OrganisationState): string | undefined {
  const until = trusted.byMachineFile ? "until it is fetched the machine file holds, and what is known of it only adds to that" : "until it is fetched the built-in policy holds, and nothing is permitted";
  if (condition === "missing") return `the policy of ${trusted.organisation}, or the proof that it is the newest, is not here; ${until}`;
  if (condition === "rejected") return `the policy that is here does not count (${reason ?? "unknown"}); ${until}`;
  if (condition === "stale") return `the policy of ${trusted.organisation} has expired; ${until}`;
  return condition === "grace" ? `the policy of ${trusted.organisation} has expired, and holds a while longer` : undefined;
}
