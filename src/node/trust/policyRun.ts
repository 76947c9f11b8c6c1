import type { Device } from "../reporting/device.ts";
import { fetchPolicy, type Served } from "./fetchPolicy.ts";
import { takeFirst } from "./takeFirst.ts";
import type { Taken } from "./takeOffered.ts";
import { holds } from "./organisationLayers.ts";
import type { OrganisationState } from "./organisationReader.ts";
import { readCachedPolicy, type TrustPlaces } from "./trustFiles.ts";

/** How a question for the policy ended. */
export type PolicyOutcome = Taken | { readonly kind: "unchanged" | "unauthorised" | "later" | "waiting" | "silent" };

export interface PolicyRunParts {
  readonly places: TrustPlaces;
  /** Asked each time: a machine file may come while the program runs. */
  readonly organisation: () => OrganisationState | undefined;
  /** This machine's key; `undefined`: not now. */
  readonly deviceOf: (endpoint: string, enrolmentToken: string | undefined) => Promise<Device | undefined>;
  readonly onUnauthorised: (device: Device) => void;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  /** From 0 to under 1. */
  readonly random: () => number;
}

export interface PolicyRun {
  /** Asks when it is time to; otherwise `waiting`. */
  readonly look: () => Promise<PolicyOutcome>;
  /** Asks now. */
  readonly ask: () => Promise<PolicyOutcome>;
}

// A rule that does harm is taken back within minutes everywhere.
const usualPause = 180_000;
const longestPause = 3_600_000;
const scatter = 0.2;

/** Fetches the organisation's policy now and then, more seldom while it fails, and never all machines at the same moment. */
export function createPolicyRun(parts: PolicyRunParts): PolicyRun {
  const { now, random } = parts;
  const state = { due: Number.NEGATIVE_INFINITY, failures: 0, busy: false };
  const ask = async (): Promise<PolicyOutcome> => {
    if (state.busy) return { kind: "waiting" };
    state.busy = true;
    try {
      const { outcome, after = 0 } = await askOnce(parts);
      state.failures = ["later", "unauthorised", "rejected"].includes(outcome.kind) ? state.failures + 1 : 0;
      const pause = Math.min(longestPause, usualPause * 2 ** Math.max(0, state.failures - 1));
      state.due = now() + Math.max(after, pause * (1 - scatter + 2 * scatter * random()));
      return outcome;
    } finally {
      state.busy = false;
    }
  };
  return { ask, look: async () => (now() < state.due ? { kind: "waiting" } : ask()) };
}

async function askOnce({ places, organisation, deviceOf, onUnauthorised, fetch, now }: PolicyRunParts): Promise<{ readonly outcome: PolicyOutcome; readonly after?: number }> {
  const state = organisation();
  if (state?.trusted.endpoint === undefined) return { outcome: { kind: "silent" } };
  const { trusted } = state;
  const { endpoint, enrolmentToken } = state.trusted;
  const device = await deviceOf(endpoint, enrolmentToken);
  if (device === undefined && enrolmentToken !== undefined) return { outcome: { kind: "later" } };
  // What is here and does not hold is fetched anew, whatever the endpoint named it.
  const etag = holds(state) ? readCachedPolicy(places.policy)?.etag : undefined;
  const served = await fetchPolicy({ endpoint, fetch, ...(device === undefined ? {} : { token: device.deviceToken }), ...(etag === undefined ? {} : { etag }) });
  if (served.kind === "unauthorised" && device !== undefined) onUnauthorised(device);
  return toOutcome(served, (offered) => takeFirst(offered, trusted, places, now()));
}

function toOutcome(served: Served, take: (offered: Extract<Served, { readonly kind: "offered" }>["offered"]) => Taken): { readonly outcome: PolicyOutcome; readonly after?: number } {
  if (served.kind === "offered") return { outcome: take(served.offered) };
  return { outcome: { kind: served.kind }, ...(served.kind === "later" && served.after !== undefined ? { after: served.after } : {}) };
}
