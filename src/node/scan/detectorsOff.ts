import type { ScanOptions } from "./scanJob.ts";

/** What every policy turns off. */
export function detectorsOff(policies: ScanOptions["policies"]): ReadonlySet<string> {
  const [first, ...others] = policies;
  return new Set([...(first?.detectorsOff ?? [])].filter((id) => others.every((policy) => policy.detectorsOff.has(id))));
}
