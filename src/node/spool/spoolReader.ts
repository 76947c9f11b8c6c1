import { readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { reportedResource } from "../../core/events/reportedAttributes.ts";
import type { EventGroup, SpooledEvent } from "../../core/otlp/toOtlpLogs.ts";
import { isAlive } from "../isAlive.ts";
import { readFrames } from "./frames.ts";
import { claimedName, lanes, parseSegmentName, type Lane, type SegmentName } from "./segmentName.ts";

/** A file of the spool that this sender has to itself, until its lease ends. */
export interface Claim extends EventGroup {
  /** Lines that are not what was written. */
  readonly damaged: number;
  /** What is in it has arrived, or never will. */
  readonly remove: () => void;
  /** Back to the others. `tried`: it may have arrived. */
  readonly release: (tried: boolean) => void;
}

export interface SpoolReader {
  /** The oldest files, urgent ones first, that hold about so many events. */
  readonly claim: (events: number) => readonly Claim[];
  /** Takes back what dead processes were writing or sending. */
  readonly recover: () => void;
  /** Files that wait, and how long the oldest has. */
  readonly waiting: () => { readonly files: number; readonly bytes: number; readonly oldest: number };
}

export interface SpoolReaderParts {
  readonly folder: string;
  readonly pid: number;
  readonly now: () => number;
  /** Milliseconds after which what a dead process left is taken. */
  readonly patience?: number;
}

export interface Found { readonly lane: Lane; readonly path: string; readonly name: SegmentName }

// A lease outlasts any request, and a process of another container that cannot be seen to live.
const leaseMilliseconds = 600_000;
const ofDeadMilliseconds = 60_000;

/** Several senders may read one spool: a file is taken by renaming it, which only one of them can. */
export function createSpoolReader({ folder, pid, now, patience = ofDeadMilliseconds }: SpoolReaderParts): SpoolReader {
  const waiting = () => listSpool(folder).filter(({ name }) => name.state === "sealed" || name.state === "tried");
  return {
    claim: (events) => {
      const claims: Claim[] = [];
      for (const found of waiting()) {
        if (claims.reduce((sum, claim) => sum + claim.events.length, 0) >= events) break;
        const claim = claimOne(folder, found, pid, now());
        if (claim !== undefined) claims.push(claim);
      }
      return claims;
    },
    recover: () => {
      for (const { lane, path, name } of listSpool(folder)) {
        const taken = join(folder, lane, `${name.stem}.${name.state === "open" ? "sealed" : "tried"}`);
        if (isAbandoned(name, now(), patience)) renameIfThere(path, taken);
      }
    },
    waiting: () => {
      const found = waiting();
      const oldest = Math.min(...found.map(({ name }) => name.madeAt));
      return { files: found.length, bytes: found.reduce((sum, { path }) => sum + sizeOf(path), 0), oldest: found.length === 0 ? 0 : Math.max(0, now() - oldest) };
    },
  };
}

/** Every file of the spool, urgent ones first, then by age. */
export function listSpool(folder: string): readonly Found[] {
  return lanes.flatMap((lane) => readNames(join(folder, lane)).toSorted().flatMap((file): readonly Found[] => {
    const name = parseSegmentName(file);
    return name === undefined ? [] : [{ lane, path: join(folder, lane, file), name }];
  }));
}

function isAbandoned({ state, pid, madeAt, claimedAt }: SegmentName, now: number, patience: number): boolean {
  if (state === "open") return now - madeAt > patience && !isAlive(pid);
  if (state !== "claimed" || claimedAt === undefined) return false;
  return now - claimedAt > leaseMilliseconds || claimedAt - now > leaseMilliseconds || (now - claimedAt > patience && !isAlive(pid));
}

function claimOne(folder: string, { lane, path, name }: Found, pid: number, now: number): Claim | undefined {
  const claimed = join(folder, lane, claimedName(name.stem, pid, now));
  if (!renameIfThere(path, claimed)) return undefined;
  const read = readIfPossible(claimed);
  if (read === undefined) return undefined; // its lease ends, and somebody tries again
  return {
    ...read,
    remove: () => rmSync(claimed, { force: true }),
    release: (tried) => void renameIfThere(claimed, join(folder, lane, `${name.stem}.${tried || name.state === "tried" ? "tried" : "sealed"}`)),
  };
}

export interface ReadSegment extends EventGroup { readonly damaged: number }

/** The events of a file; whatever else is in it counts as damage. */
export function readSegment(path: string): ReadSegment {
  const { records, damaged } = readFrames(readFileSync(path));
  const events = records.filter((record) => isEvent(record));
  const resource = records.map((record) => resourceOf(record)).find((found) => found !== undefined);
  return { resource: resource ?? { "service.name": "gatelodge" }, events, damaged };
}

function isEvent(record: unknown): record is SpooledEvent {
  const { name, time, attributes } = (record ?? {}) as Partial<SpooledEvent>;
  return typeof name === "string" && /^gatelodge\.[a-z_.]{1,60}$/.test(name) && typeof time === "string" && typeof attributes === "object" && attributes !== null;
}

function resourceOf(record: unknown): EventGroup["resource"] | undefined {
  const { resource } = (record ?? {}) as { readonly resource?: unknown };
  if (typeof resource !== "object" || resource === null) return undefined;
  return Object.fromEntries(Object.entries(resource).filter(([key, value]) => Object.hasOwn(reportedResource, key) && typeof value === "string" && value.length <= 200));
}

function renameIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false; // another sender was faster, or the folder is closed to us: the next round sees
  }
}

function readIfPossible(path: string): ReadSegment | undefined {
  try {
    return readSegment(path);
  } catch {
    return undefined;
  }
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing was ever kept
  }
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
