/** A signed policy on the disk of a machine that belongs to an organisation, as it stands after it was fetched. */
import { readFileSync, writeFileSync } from "node:fs";
import type { PolicyDocument } from "../../src/core/policy/policyDocument.ts";
import { locationsFor } from "../../src/node/locations.ts";
import { takeOffered } from "../../src/node/trust/takeOffered.ts";
import { trustPlaces } from "../../src/node/trust/trustFiles.ts";
import { createOrganisation, day } from "./organisation.ts";

/** Leaves out what the built-in policy says of `.env`, and has a file of its own. */
export const ownDocument: PolicyDocument = {
  version: 1, name: "northwind", extends: "none",
  classification: [{ id: "plans", label: "restricted", paths: ["plan.txt"] }],
  destinations: [{ ceiling: "internal" }],
  rules: [{ id: "no-plans", when: { aboveCeiling: true }, effect: "block" }],
};

/** What the machine file adds: who signs, and a floor of its own. */
export const floorOf = (organisation: ReturnType<typeof createOrganisation>) => ({
  organisation: { id: "northwind", rootKeys: [organisation.root.publicKey] },
  classification: [{ id: "floor", label: "restricted", paths: ["floor.txt"] }],
  rules: [{ id: "floor", when: { labels: ["restricted"] }, effect: "block" }],
});

export function createHeldPolicy(home: string) {
  const places = trustPlaces(locationsFor("linux", home, "/none"));
  const organisation = createOrganisation("northwind", Date.now());
  const trusted = { ...organisation.anchor, pinnedByRoot: true, byMachineFile: true };
  /** As if it had been fetched so many days ago. */
  const take = (version: number, daysAgo = 0, document = ownDocument) => {
    const at = Date.now() - daysAgo * day;
    const iso = (time: number) => new Date(time).toISOString();
    return takeOffered(organisation.signed({ version, document, issuedAt: iso(at), expiresAt: iso(at + 14 * day) }, { issuedAt: iso(Date.now() - 80 * day) }), trusted, places, at);
  };
  const edit = (file: "policy" | "ratchet" | "clock", change: (text: string) => string) => writeFileSync(places[file], change(readFileSync(places[file], "utf8")));
  return { places, organisation, take, edit };
}
