import { randomBytes } from "node:crypto";

/** A UUID of version 7: in the order of time, so that a database keeps what belongs together side by side. */
export function createEventIds(now: () => number): () => string {
  return () => {
    const random = randomBytes(10).toString("hex");
    const time = Math.trunc(now()).toString(16).padStart(12, "0");
    const variant = (8 + (Number.parseInt(random[3] ?? "0", 16) & 3)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(8)}`;
  };
}
