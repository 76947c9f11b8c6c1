import { acceptPolicy, type Ratchet, type Rejection, type Verified } from "../../core/trust/acceptPolicy.ts";
import { exclusively } from "../exclusively.ts";
import { createClockGuard } from "./clockGuard.ts";
import { cryptography } from "./cryptography.ts";
import type { TrustedOrganisation } from "./trustedOrganisation.ts";
import { readCachedPolicy, readRatchet, writeTrustFile, type CachedPolicy, type TrustPlaces } from "./trustFiles.ts";

/** What became of a policy that an endpoint served. */
export type Taken =
  | { readonly kind: "applied"; readonly version: number }
  | { readonly kind: "same" }
  | { readonly kind: "rejected"; readonly reason: Rejection };

/** The only place that writes a policy and raises the ratchet; one program of this user at a time. Throws where the disk does not take it. */
export function takeOffered(offered: CachedPolicy, trusted: TrustedOrganisation, places: TrustPlaces, now: number): Taken {
  return exclusively(places.folder, () => {
    const ratchet = readRatchet(places.ratchet);
    const guard = createClockGuard(places.clock, () => now);
    const latest = guard.latest();
    const accept = (at: number) => acceptPolicy(offered, { anchor: trusted, ratchet, now: at, cryptography });
    const atGuard = accept(latest ?? now);
    // A clock that once ran far ahead would reject everything for ever. What is newer than all that was seen is proof enough of today's date.
    const today = atGuard.kind === "rejected" && atGuard.reason.endsWith("expired") ? accept(now) : atGuard;
    const verified = today === atGuard || isNewer(today, ratchet) ? today : atGuard;
    if (verified.kind === "rejected") return verified;
    const before = readCachedPolicy(places.policy);
    // This order: a policy that is newer than the ratchet is good after a crash in between, one that is older is not.
    writeTrustFile(places.policy, offered);
    writeTrustFile(places.ratchet, verified.ratchet);
    if (latest === undefined || verified !== atGuard) guard.restart(now);
    return before?.policy === offered.policy && before.keyset === offered.keyset && ratchet !== undefined && latest !== undefined ? { kind: "same" } : { kind: "applied", version: verified.policy.version };
  });
}

function isNewer(verified: Verified, ratchet: Ratchet | undefined): boolean {
  return verified.kind === "accepted" && ratchet !== undefined && Object.entries(verified.ratchet.policies).some(([kid, { version }]) => version > (ratchet.policies[kid]?.version ?? 0));
}
