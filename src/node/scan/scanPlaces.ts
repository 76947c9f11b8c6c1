import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { findRepository } from "../git.ts";
import type { Locations } from "../locations.ts";
import { createPolicyStore } from "../policyStore.ts";
import type { ScanPolicy } from "./scanJob.ts";

/** The places without links in their paths: those that a person named are followed, those within are not. */
export const realPlaces = (places: readonly string[]): readonly string[] => [...new Set(places.map((place) => realpathSync(place)))];

/** The policies in force at the places that are scanned. Those of folders further down can only be stricter; a scan decides nothing, so it goes without them. */
export function scanPolicies(locations: Locations, places: readonly string[]): readonly ScanPolicy[] {
  const store = createPolicyStore({ locations, platform: process.platform, now: Date.now });
  return places.map((place) => {
    const folder = statSync(place).isDirectory() ? place : dirname(place);
    const repository = findRepository(folder);
    const { detectorsOff, rules, overrides } = store.current({ folder, ...(repository === undefined ? {} : { repository }) }).policy;
    return { detectorsOff, rules, ...(overrides === undefined ? {} : { overrides }) };
  });
}
