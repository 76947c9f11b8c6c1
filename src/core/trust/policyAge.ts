import type { Offline } from "./signedContent.ts";

const hour = 3_600_000;
const defaultGraceHours = 72;

/** `grace`: past its end, and in force as it was, since machines are offline for days. `stale`: not for longer. */
export type PolicyAge = "fresh" | "grace" | "stale";

/** `now` is the latest that was ever seen here, so that setting the clock back makes nothing young again. */
export function policyAge(expiresAt: number, offline: Offline | undefined, now: number): PolicyAge {
  if (now < expiresAt) return "fresh";
  return now < expiresAt + (offline?.graceHours ?? defaultGraceHours) * hour || offline?.afterGrace === "keep" ? "grace" : "stale";
}
