import { verifyPolicy, type Rejection } from "../../core/trust/acceptPolicy.ts";
import { effectiveDocument } from "../../core/trust/effectiveDocument.ts";
import { policyAge, type PolicyAge } from "../../core/trust/policyAge.ts";
import type { Offline } from "../../core/trust/signedContent.ts";
import type { OrganisationEntry, PolicyDocument } from "../../core/policy/policyDocument.ts";
import type { ExceptionInForce } from "../../core/policy/policy.ts";
import { readAsked } from "../exceptions/askedBook.ts";
import { grantedHere } from "../exceptions/grantedHere.ts";
import type { machineFileTrust } from "../machineFile.ts";
import { readDevice } from "../reporting/device.ts";
import { createClockGuard } from "./clockGuard.ts";
import { cryptography } from "./cryptography.ts";
import { ringShare } from "./ringShare.ts";
import { trustedOrganisation, type TrustedOrganisation } from "./trustedOrganisation.ts";
import { isThere, readCachedPolicy, readPin, readRatchet, stampOfTrust, type TrustPlaces } from "./trustFiles.ts";

/** How an organisation's policy stands on this machine. */
export interface OrganisationState {
  readonly trusted: TrustedOrganisation;
  /** `missing`: none is here, or what proves that it is the newest is gone. `rejected`: what is here is not what was signed for us. */
  readonly condition: PolicyAge | "missing" | "rejected";
  readonly reason?: Rejection;
  readonly version?: number;
  readonly expiresAt?: number;
  /** What it says for this device. */
  readonly document?: PolicyDocument;
  /** What somebody asked for on this machine, and the organisation approved. */
  readonly granted?: readonly ExceptionInForce[];
  /** Changes whenever something of this does. */
  readonly stamp: string;
}

export type ReadOrganisation = (entry: OrganisationEntry | undefined, trust: ReturnType<typeof machineFileTrust>) => OrganisationState | undefined;

/** Verifies what is kept on the disk at every load, so that whoever changes it gains nothing; remembers the outcome while no file changes. */
export function createOrganisationReader(places: TrustPlaces, now: () => number): ReadOrganisation {
  const guard = createClockGuard(places.clock, now);
  const known: { key?: string; loaded?: Loaded } = {};
  return (entry, trust) => {
    // Most machines belong to no organisation, and pay one look for it.
    if (entry === undefined && (trust === "trusted" || !isThere(places.pin))) return undefined;
    const latest = guard.latest();
    const key = JSON.stringify([entry, trust, latest === undefined, stampOfTrust(places)]);
    if (known.key !== key || known.loaded === undefined || isOfTomorrow(known.loaded)) Object.assign(known, { key, loaded: load(places, trustedOrganisation(entry, trust, readPin(places.pin)), latest, now()) });
    const { trusted, condition, offline, ...loaded } = known.loaded!;
    const age = condition ?? policyAge(loaded.expiresAt ?? 0, offline, latest ?? now());
    return trusted === undefined ? undefined : { trusted, ...loaded, condition: age, stamp: `${key} ${age}` };
  };
}

type Loaded = Omit<OrganisationState, "trusted" | "condition" | "stamp"> & {
  readonly trusted: TrustedOrganisation | undefined;
  /** Absent: its age says. */
  readonly condition?: "missing" | "rejected";
  readonly offline?: Offline;
};

/** What is rejected for its date may come to be right without any file changing. */
const isOfTomorrow = ({ reason }: Loaded) => reason?.endsWith("future") === true;

function load(places: TrustPlaces, trusted: TrustedOrganisation | undefined, latest: number | undefined, now: number): Loaded {
  const cached = readCachedPolicy(places.policy);
  if (trusted === undefined || cached === undefined) return { trusted, condition: "missing" };
  const ratchet = readRatchet(places.ratchet);
  const verified = verifyPolicy(cached, { anchor: trusted, ratchet, now: latest ?? now, cryptography });
  if (verified.kind === "rejected") return { trusted, condition: "rejected", reason: verified.reason };
  const { policy, expiresAt } = verified;
  const deviceId = trusted.endpoint === undefined ? undefined : readDevice(places.device, trusted.endpoint)?.deviceId;
  const share = deviceId === undefined || policy.next === undefined ? undefined : ringShare(policy.next.id, deviceId);
  const granted = deviceId === undefined || policy.granted === undefined ? [] : grantedHere(policy.granted, deviceId, readAsked(places.asked));
  return {
    trusted, ...(granted.length === 0 ? {} : { granted }), version: policy.version, expiresAt, document: effectiveDocument(policy, { groups: trusted.groups ?? [], share }),
    ...(policy.offline === undefined ? {} : { offline: policy.offline }),
    // Signed, but perhaps long replaced: it may add to what the floor says, and permits nothing.
    ...(ratchet?.organisation === trusted.organisation && latest !== undefined ? {} : { condition: "missing" as const }),
  };
}
