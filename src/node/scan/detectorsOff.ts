import { offByThemselves } from "../../core/policy/policy.ts";
import type { ScanOptions } from "./scanJob.ts";

/** What every policy turns off; without any, what is off by itself. */
export function detectorsOff(policies: ScanOptions["policies"]): ReadonlySet<string> {
  const [first, ...others] = policies;
  return new Set([...(first?.detectorsOff ?? offByThemselves)].filter((id) => others.every((policy) => policy.detectorsOff.has(id))));
}
