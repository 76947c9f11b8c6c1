import { randomBytes } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { writeBaseline, type BaselineEntry, type OwnBaseline } from "./baseline.ts";

/** A finding as a scan hands it over for a baseline: its place and fingerprint, not its value. */
export type Accepted = Pick<BaselineEntry, "detector" | "path" | "by" | "fingerprint">;

export const newSalt = (): string => randomBytes(16).toString("hex");

export interface Taken {
  readonly found: readonly Accepted[];
  /** What is there as well, and was not asked for. */
  readonly below: readonly Accepted[];
  readonly before: readonly BaselineEntry[];
  readonly date: string;
  /** Whether the scan looked through a file of the baseline: what it did not see is not gone. */
  readonly covers: (path: string) => boolean;
}

/** Entries of what was found; those that the baseline before had already stay with their date and reason, unless they are gone. */
export function toEntries({ found, below, before, date, covers }: Taken): readonly BaselineEntry[] {
  const key = ({ detector, path, by, fingerprint }: Accepted) => JSON.stringify([detector, path, by, fingerprint]);
  const known = new Map(before.map((entry) => [key(entry), entry]));
  const [taken, there] = [new Set(found.map(key)), new Set(below.map(key))];
  const kept = before.filter((entry) => !taken.has(key(entry)) && (!covers(entry.path) || there.has(key(entry))));
  const entries = Array.from(Map.groupBy(found, key), ([id, [first, ...others]]) => {
    const { detector, path, by, fingerprint } = first as Accepted;
    const { date: since = date, reason } = known.get(id) ?? {};
    return { detector, path, by, fingerprint, count: others.length + 1, date: since, ...(reason === undefined ? {} : { reason }) };
  });
  return [...entries, ...kept];
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
