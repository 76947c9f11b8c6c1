import { renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { coalesce } from "../../core/events/coalesce.ts";
import { groupBy } from "../../core/groupBy.ts";
import type { LossReason } from "../../core/events/lossEvent.ts";
import { claimedName, type Lane } from "./segmentName.ts";
import { listSpool, readSegment, type Found } from "./spoolReader.ts";
import { writeSegment } from "./writeSegment.ts";

export interface SpoolBounds {
  readonly bytes: number;
  readonly files: number;
  /** Milliseconds. */
  readonly age: number;
}

export const spoolBounds: SpoolBounds = { bytes: 50_000_000, files: 2000, age: 14 * 86_400_000 };

export interface MakeRoomParts {
  readonly folder: string;
  readonly bounds: SpoolBounds;
  readonly pid: number;
  readonly now: () => number;
  readonly newId: () => string;
  /** Says what is gone. */
  readonly tell: (reason: LossReason, count: number) => void;
}

/** Keeps the spool within its bounds: what is alike is told together first; then the oldest goes, of what is not urgent before what is. */
export function makeRoom(parts: MakeRoomParts): void {
  const { folder, bounds, now } = parts;
  for (const found of waitingIn(folder)) if (now() - found.name.madeAt > bounds.age) drop(parts, found, "tooOld");
  // Down to half, so that not every file that is added pays for looking through all.
  if (!isOver(measure(folder), bounds, 1)) return;
  for (const lane of ["ordinary", "urgent"] as const) if (isOver(measure(folder), bounds, 0.5)) coalesceLane(parts, lane);
  // Of what is urgent only as much goes as must.
  dropOldest(parts, "ordinary", 0.5);
  dropOldest(parts, "urgent", 1);
}

interface Size { readonly files: number; readonly bytes: number }

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
const waitingIn = (folder: string, lane?: Lane) => listSpool(folder).filter((found) => (lane === undefined || found.lane === lane) && (found.name.state === "sealed" || found.name.state === "tried"));

function measure(folder: string): Size {
  const found = listSpool(folder);
  return { files: found.length, bytes: found.reduce((sum, { path }) => sum + sizeOf(path), 0) };
}

const isOver = ({ files, bytes }: Size, bounds: SpoolBounds, share: number) => files > bounds.files * share || bytes > bounds.bytes * share;

function dropOldest(parts: MakeRoomParts, lane: Lane, share: number): void {
  const left = { ...measure(parts.folder) };
  for (const found of waitingIn(parts.folder, lane)) {
    if (!isOver(left, parts.bounds, share)) return;
    left.files -= 1;
    left.bytes -= sizeOf(found.path);
    drop(parts, found, "full");
  }
}

function drop(parts: MakeRoomParts, found: Found, reason: LossReason): void {
  const claimed = claim(parts, found);
  if (claimed === undefined) return;
  const { events, damaged } = read(claimed);
  // A loss that is lost with others still counts.
  parts.tell(reason, damaged + events.reduce((sum, { name, attributes }) => sum + (name === "gatelodge.loss" ? Number(attributes["gatelodge.loss.count"] ?? 1) : Number(attributes["gatelodge.decision.count"] ?? 1)), 0));
  rmSync(claimed, { force: true });
}

// So many files at a time: their events are in memory together.
const filesAtOnce = 200;
// No more than a request holds.
const eventsInFile = 1000;

/** What was tried may have arrived: told together with others it would be counted twice. */
function coalesceLane(parts: MakeRoomParts, lane: Lane): void {
  const untried = waitingIn(parts.folder, lane).filter(({ name }) => name.state === "sealed");
  for (let from = 0; from < untried.length; from += filesAtOnce) coalesceFiles(parts, lane, untried.slice(from, from + filesAtOnce));
}

function coalesceFiles(parts: MakeRoomParts, lane: Lane, some: readonly Found[]): void {
  const claimed = some.flatMap((found) => {
    const path = claim(parts, found);
    return path === undefined ? [] : [{ path, stem: found.name.stem, ...read(path) }];
  });
  for (const files of groupBy(claimed, ({ resource }) => resource["service.name"] ?? "")) {
    const [first] = files;
    if (first === undefined) continue;
    const damaged = files.reduce((sum, file) => sum + file.damaged, 0);
    if (damaged > 0) parts.tell("damaged", damaged);
    const events = coalesce(files.flatMap((file) => file.events), parts.newId);
    // Each takes the name of one that goes, so there are never more than there were.
    const each = Math.max(eventsInFile, Math.ceil(events.length / files.length));
    for (const [index, { stem }] of files.entries()) {
      const share = events.slice(index * each, (index + 1) * each);
      if (share.length > 0) writeSegment(join(parts.folder, lane, `${stem}.sealed`), { resource: first.resource, events: share });
    }
    for (const { path } of files) rmSync(path, { force: true });
  }
}

function claim({ folder, pid, now }: MakeRoomParts, { lane, path, name }: Found): string | undefined {
  const claimed = join(folder, lane, claimedName(name.stem, pid, now()));
  try {
    renameSync(path, claimed);
    return claimed;
  } catch {
    return undefined; // somebody else was faster
  }
}

function read(path: string): ReturnType<typeof readSegment> {
  try {
    return readSegment(path);
  } catch {
    return { resource: {}, events: [], damaged: 1 };
  }
}
