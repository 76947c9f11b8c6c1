import { parseKeySet } from "../../core/trust/signedContent.ts";
import { parseJson } from "../../core/trust/signedToken.ts";
import { takeOffered, type Taken } from "./takeOffered.ts";
import type { TrustedOrganisation } from "./trustedOrganisation.ts";
import { writeTrustFile, type CachedPolicy, type TrustPlaces } from "./trustFiles.ts";

/** Takes what is offered; where nobody said by which root keys, by those that the first good answer names, which are pinned from then on. */
export function takeFirst(offered: CachedPolicy, trusted: TrustedOrganisation, places: TrustPlaces, now: number): Taken {
  if (trusted.roots.length > 0 || trusted.endpoint === undefined) return takeOffered(offered, trusted, places, now);
  const { organisation, endpoint } = trusted;
  const roots = parseKeySet(parseJson(offered.keyset.split(".")[1] ?? ""))?.roots ?? [];
  const taken = takeOffered(offered, { ...trusted, roots }, places, now);
  if (taken.kind !== "rejected") writeTrustFile(places.pin, { organisation, endpoint, roots });
  return taken;
}
