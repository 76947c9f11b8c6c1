import { createHash } from "node:crypto";

/** Where a device stands among all for a rollout, from 0 to under 100: the same each time, and another for the next rollout. */
export function ringShare(rollout: string, deviceId: string): number {
  const hash = createHash("sha256").update(JSON.stringify([rollout, deviceId])).digest();
  return (hash.readUInt32BE(0) / 2 ** 32) * 100;
}
