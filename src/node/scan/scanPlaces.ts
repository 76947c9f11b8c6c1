import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Baseline } from "../baseline/baseline.ts";
import { readBaselinesOf } from "../baseline/baselines.ts";
import { findRepository } from "../git.ts";
import type { PolicyStore } from "../policyStore.ts";
import type { ScanPolicy } from "./scanJob.ts";

/** The places without links in their paths: those that a person named are followed, those within are not. */
export const realPlaces = (places: readonly string[]): readonly string[] => [...new Set(places.map((place) => realpathSync(place)))];

/** The baselines at the roots of the repositories that the places are in, or, outside of any, in the places themselves. */
export function baselinesAt(places: readonly string[]): readonly Baseline[] {
  const folders = places.map((place) => (statSync(place).isDirectory() ? place : dirname(place))).map((folder) => findRepository(folder) ?? folder);
  return [...new Set(folders)].flatMap((folder) => readBaselinesOf(folder));
}

/** The policies in force at the places that are scanned. Those of folders further down can only be stricter; a scan decides nothing, so it goes without them. */
export function scanPolicies(policies: PolicyStore, places: readonly string[]): readonly ScanPolicy[] {
  return places.map((place) => {
    const folder = statSync(place).isDirectory() ? place : dirname(place);
    const repository = findRepository(folder);
    const { detectorsOff, rules, classification, ownPatterns, ownWords, silence, quiet, overrides } = policies.current({ folder, ...(repository === undefined ? {} : { repository }) }).policy;
    return { detectorsOff, rules, classification, ownPatterns, ownWords, silence, quiet, ...(overrides === undefined ? {} : { overrides }) };
  });
}
