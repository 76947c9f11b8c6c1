import type { Anchor } from "../../core/trust/acceptPolicy.ts";
import type { OrganisationEntry } from "../../core/policy/policyDocument.ts";
import type { machineFileTrust } from "../machineFile.ts";
import type { Pin } from "./trustFiles.ts";

/** Whose policy counts here, and where it comes from. */
export interface TrustedOrganisation extends Anchor {
  /** Its root keys stand in a file that only root can write; otherwise the first answer pinned them, which shows tampering and does not prevent it. */
  readonly pinnedByRoot: boolean;
  /** Named in such a file, which then is the floor. */
  readonly byMachineFile: boolean;
  readonly endpoint?: string;
  readonly enrolmentToken?: string;
  /** Of this machine's user; absent: nobody knows. */
  readonly groups?: readonly string[];
}

/**
 * A machine file that only root could have written decides alone: one that names no organisation leaves no room for a pin.
 * Where it names one without its keys, or nobody can tell who wrote it, the first answer pins them.
 */
export function trustedOrganisation(entry: OrganisationEntry | undefined, trust: ReturnType<typeof machineFileTrust>, pin: Pin | undefined): TrustedOrganisation | undefined {
  if (trust === "trusted") return entry === undefined ? undefined : toTrusted(entry, pin, true);
  if (trust === "unverified" && entry !== undefined) return toTrusted(entry, pin, false);
  return pin === undefined ? undefined : { organisation: pin.organisation, roots: pin.roots, endpoint: pin.endpoint, pinnedByRoot: false, byMachineFile: false };
}

function toTrusted({ id, rootKeys, endpoint, enrolmentToken, groups }: OrganisationEntry, pin: Pin | undefined, byMachineFile: boolean): TrustedOrganisation {
  const pinned = pin?.organisation === id && (endpoint === undefined || pin.endpoint === endpoint) ? pin : undefined;
  return {
    organisation: id, pinnedByRoot: byMachineFile && rootKeys !== undefined, byMachineFile, roots: rootKeys ?? pinned?.roots ?? [],
    ...(endpoint === undefined ? {} : { endpoint }), ...(enrolmentToken === undefined ? {} : { enrolmentToken }), ...(groups === undefined ? {} : { groups }),
  };
}
