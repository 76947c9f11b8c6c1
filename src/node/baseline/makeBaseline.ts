import { randomBytes } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { writeBaseline, type BaselineEntry, type OwnBaseline } from "./baseline.ts";

/** A finding as a scan hands it over for a baseline: its place and fingerprint, not its value. */
export type Accepted = Pick<BaselineEntry, "detector" | "path" | "by" | "fingerprint">;

export const newSalt = (): string => randomBytes(16).toString("hex");

/** Entries of what was found; date and reason of those that the baseline before had already stay. */
export function toEntries(found: readonly Accepted[], before: readonly BaselineEntry[], date: string): readonly BaselineEntry[] {
  const key = ({ detector, path, by, fingerprint }: Accepted) => JSON.stringify([detector, path, by, fingerprint]);
  const known = new Map(before.map((entry) => [key(entry), entry]));
  return Array.from(Map.groupBy(found, key), ([id, [first, ...others]]) => {
    const { detector, path, by, fingerprint } = first as Accepted;
    const { date: since = date, reason } = known.get(id) ?? {};
    return { detector, path, by, fingerprint, count: others.length + 1, date: since, ...(reason === undefined ? {} : { reason }) };
  });
}

/** What a person accepted in a review, with their reason where there was none. */
export function toReviewed(accepted: readonly BaselineEntry[], reason: string): readonly BaselineEntry[] {
  return accepted.map((entry) => (entry.reason === undefined && reason !== "" ? { ...entry, reason } : entry));
}

/** Replaces the file as a whole. A link in its place is replaced, not followed. */
export function saveBaseline(file: string, baseline: Pick<OwnBaseline, "salt" | "entries">): void {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, writeBaseline(baseline), { flag: "wx" });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
