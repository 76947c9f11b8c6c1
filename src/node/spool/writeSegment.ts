import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { EventGroup } from "../../core/otlp/toOtlpLogs.ts";
import { toFrame } from "./frames.ts";

/** A whole file of events in one step: it has its name when it is on the disk. */
export function writeSegment(path: string, { resource, events }: EventGroup): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.draft`;
  const descriptor = openSync(draft, "w", 0o600);
  try {
    const bytes = Buffer.concat([toFrame({ resource }), ...events.map((event) => toFrame(event))]);
    if (writeSync(descriptor, bytes) < bytes.length) throw new Error("the disk is full");
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, path);
}
