import type { Policy } from "../../core/policy/policy.ts";
import type { ScanOptions } from "./scanJob.ts";

/** The detectors of organisations that any of the policies brings, each once. */
export function ownDetectors(policies: ScanOptions["policies"]): Pick<Policy, "ownPatterns" | "ownWords"> {
  return { ownPatterns: distinct(policies.flatMap(({ ownPatterns }) => ownPatterns)), ownWords: distinct(policies.flatMap(({ ownWords }) => ownWords)) };
}

const distinct = <T extends object>(entries: readonly T[]) => [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
