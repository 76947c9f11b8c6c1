import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { GatelodgeEvent } from "../core/events/gatelodgeEvent.ts";

/** A line of the local book: what would be reported, and what stays here for the person to read. */
export interface LedgerEntry {
  readonly event: GatelodgeEvent;
  /** Never reported. `path` is relative to its repository, or a base name. */
  readonly local: { readonly path?: string; readonly assistant?: string; readonly rule?: string; readonly reason?: string };
}

export interface Ledger {
  /** Appends one entry. A full or read-only disk is counted, never thrown. */
  readonly record: (entry: LedgerEntry) => void;
  /** Newest last; at most `limit` entries. Lines that were cut by a crash are skipped. */
  readonly read: (limit: number) => readonly LedgerEntry[];
  /** Entries that could not be written since the start. */
  readonly lost: () => number;
  readonly dispose: () => void;
}

// Two files of 5 MB hold some 20,000 decisions: months for a person, seconds to read.
const maxBytes = 5_000_000;

/** One file that every process of the user appends to: a line is a single write on an O_APPEND descriptor, so lines do not mix. */
export function createLedger(folder: string): Ledger {
  const file = join(folder, "ledger.jsonl");
  const state: { descriptor?: number; lost: number } = { lost: 0 };
  const open = () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openSync(file, "a", 0o600);
  };
  const rotate = (descriptor: number) => {
    const ours = fstatSync(descriptor, { bigint: true });
    if (ours.size < maxBytes) return descriptor;
    closeSync(descriptor);
    // Another process may have rotated already: then the name stands for its new file, which must not be moved over the old one.
    if (statSync(file, { bigint: true, throwIfNoEntry: false })?.ino === ours.ino) renameSync(file, join(folder, "ledger.1.jsonl"));
    return open();
  };
  return {
    record: (entry) => {
      try {
        state.descriptor = rotate(state.descriptor ?? open());
        writeSync(state.descriptor, `${JSON.stringify(entry)}\n`);
      } catch {
        delete state.descriptor;
        state.lost += 1; // shown in the status and in coverage; the decision itself stands
      }
    },
    read: (limit) => [...readEntries(join(folder, "ledger.1.jsonl")), ...readEntries(file)].slice(-limit),
    lost: () => state.lost,
    dispose: () => {
      if (state.descriptor !== undefined) closeSync(state.descriptor);
      delete state.descriptor;
    },
  };
}

function readEntries(file: string): readonly LedgerEntry[] {
  try {
    return readFileSync(file, "utf8").split("\n").flatMap((line) => parseLine(line));
  } catch {
    return []; // no such file yet
  }
}

function parseLine(line: string): readonly LedgerEntry[] {
  try {
    return line === "" ? [] : [JSON.parse(line) as LedgerEntry];
  } catch {
    return []; // cut by a crash
  }
}
