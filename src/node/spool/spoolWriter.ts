import { closeSync, fdatasync, fdatasyncSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, writeSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { isUrgent, type GatelodgeEvent } from "../../core/events/gatelodgeEvent.ts";
import { toLossEvent } from "../../core/events/lossEvent.ts";
import { toFrame } from "./frames.ts";
import { lanes, toStem, type Lane } from "./segmentName.ts";

export interface SpoolWriter {
  /** Keeps an event until a sender has it delivered; what is urgent is on the disk when this returns. Never throws. */
  readonly append: (event: GatelodgeEvent) => void;
  /** Hands over what was written so far. */
  readonly seal: () => void;
  /** Events that could not be kept since the start. */
  readonly lost: () => number;
}

export interface SpoolWriterParts {
  readonly folder: string;
  /** Said once of all events of this process; asked when the first one comes. */
  readonly resource: () => Readonly<Record<string, string>>;
  readonly pid: number;
  readonly now: () => number;
  readonly newId: () => string;
  /** Called where files pile up because nobody sends them. */
  readonly makeRoom: () => void;
}

interface Segment { readonly descriptor: number; readonly path: string; readonly openedAt: number; readonly bytes: number; readonly timer: NodeJS.Timeout }
interface State { readonly segments: Partial<Record<Lane, Segment>>; count: number; sequence: number; lost: number; untold: number; making: boolean; resource?: ReturnType<SpoolWriterParts["resource"]>; readonly named: Set<string> }

const sealBytes = 256_000;
const sealMilliseconds = 2000;
// A sender takes the file of a process that seems dead after a minute: long before that it is no longer written to.
const oldestOpen = 30_000;
/** No event is longer: nothing of it comes from a text. */
const longestRecord = 8192;
const manyFiles = 2000;
// Seldom looked at: where somebody sends, nothing piles up.
const someFiles = 150;
const lookEvery = 50;

/** A file per process and lane, written line by line in one call each, so that whoever is killed tears at most a line that nobody relies on. */
export function createSpoolWriter(parts: SpoolWriterParts): SpoolWriter {
  const random = randomBytes(4).toString("hex");
  const state: State = { segments: {}, count: 0, sequence: 0, lost: 0, untold: 0, making: false, named: new Set() };
  const keep = (event: GatelodgeEvent) => {
    const lane = isUrgent(event) ? "urgent" : "ordinary";
    const frame = toFrame({ ...event, attributes: { ...event.attributes, "gatelodge.seq": state.sequence } });
    if (frame.length > longestRecord) throw new Error("the event is too long");
    if (isOld(state.segments[lane], parts.now())) sealNow(state, lane);
    write(parts, state, random, lane, frame);
    state.sequence += 1;
  };
  return {
    append: (event) => {
      try {
        if (state.untold > 0) keep(toLossEvent("unwritable", state.untold, { id: parts.newId(), time: new Date(parts.now()).toISOString() }));
        state.untold = 0;
        keep(event);
      } catch {
        // The disk is full or closed to us: the decision stands, and the gap is told as soon as something can be written.
        state.lost += 1;
        state.untold += 1;
      }
    },
    seal: () => lanes.forEach((lane) => sealNow(state, lane)),
    lost: () => state.lost,
  };
}

function write(parts: SpoolWriterParts, state: State, random: string, lane: Lane, frame: Buffer): void {
  const segment = state.segments[lane] ?? openSegment(parts, state, random, lane);
  writeWhole(state, lane, segment.descriptor, frame);
  if (lane === "urgent") syncUrgent(parts.folder, state, segment);
  const bytes = segment.bytes + frame.length;
  state.segments[lane] = { ...segment, bytes };
  if (bytes >= sealBytes) sealNow(state, lane);
}

/** After a line that was cut the next one could not be read: that one goes into another file. */
function writeWhole(state: State, lane: Lane, descriptor: number, frame: Buffer): void {
  const written = { bytes: 0 };
  try {
    written.bytes = writeSync(descriptor, frame);
  } finally {
    if (written.bytes < frame.length) sealNow(state, lane);
  }
  if (written.bytes < frame.length) throw new Error("the disk is full");
}

function openSegment(parts: SpoolWriterParts, state: State, random: string, lane: Lane): Segment {
  const folder = join(parts.folder, lane);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  boundFolder(parts, state, readdirSync(folder).length);
  const openedAt = parts.now();
  const path = join(folder, toStem(openedAt, parts.pid, random, state.count));
  state.count += 1;
  const descriptor = openSync(`${path}.open`, "ax", 0o600);
  const timer = setTimeout(() => sealLater(state, lane), sealMilliseconds).unref();
  const segment = { descriptor, path, openedAt, bytes: 0, timer };
  state.segments[lane] = segment;
  state.resource ??= parts.resource();
  writeWhole(state, lane, descriptor, toFrame({ resource: state.resource }));
  return segment;
}

/** Making room tells what is gone, which is written here, too. */
function boundFolder(parts: SpoolWriterParts, state: State, files: number): void {
  if (state.making || (files <= manyFiles && (files <= someFiles || state.count % lookEvery > 0))) return;
  state.making = true;
  parts.makeRoom();
  state.making = false;
}

/** A file whose name is not on the disk is lost with the power, whatever is in it. */
function syncUrgent(folder: string, state: State, { descriptor, path }: Segment): void {
  try {
    fdatasyncSync(descriptor);
    if (!state.named.has(path)) syncFolder(join(folder, "urgent"));
    state.named.clear();
    state.named.add(path);
  } catch {
    // The disk does not say that it is kept; it is written all the same.
  }
}

function syncFolder(folder: string): void {
  if (process.platform === "win32") return; // folders cannot be opened there
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

const isOld = (segment: Segment | undefined, now: number) => segment !== undefined && Math.abs(now - segment.openedAt) > oldestOpen;

function take(state: State, lane: Lane): Segment | undefined {
  const segment = state.segments[lane];
  delete state.segments[lane];
  if (segment !== undefined) clearTimeout(segment.timer);
  return segment;
}

function sealNow(state: State, lane: Lane): void {
  const segment = take(state, lane);
  if (segment === undefined) return;
  try {
    fdatasyncSync(segment.descriptor);
  } catch {
    // As above.
  }
  close(segment);
}

/** Where somebody types, nobody waits for the disk. */
function sealLater(state: State, lane: Lane): void {
  const segment = take(state, lane);
  if (segment !== undefined) fdatasync(segment.descriptor, () => close(segment));
}

function close({ descriptor, path }: Segment): void {
  try {
    closeSync(descriptor);
    renameSync(`${path}.open`, `${path}.sealed`);
  } catch {
    // A sender took it for a dead process's, or the folder is closed to us: then a sender finds it by its age.
  }
}
