import { randomBytes } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { EventGroup } from "../../core/otlp/toOtlpLogs.ts";
import { writeSegment } from "../spool/writeSegment.ts";

const maxBytes = 2_000_000;

/** Keeps what an endpoint will not take for somebody who wants to know why; the oldest goes first. */
export function createRefusedEvents(folder: string, now: () => number): (groups: readonly EventGroup[]) => void {
  return (groups) => {
    try {
      for (const group of groups) writeSegment(join(folder, `${Math.trunc(now())}-${randomBytes(4).toString("hex")}.refused`), group);
      const files = readdirSync(folder).toSorted().map((name) => ({ path: join(folder, name), bytes: statSync(join(folder, name)).size }));
      const sizes = { left: files.reduce((sum, { bytes }) => sum + bytes, 0) };
      for (const { path, bytes } of files) {
        if (sizes.left <= maxBytes) return;
        rmSync(path, { force: true });
        sizes.left -= bytes;
      }
    } catch {
      // A full disk: that they were refused is reported, what they were stands in the ledger.
    }
  };
}
