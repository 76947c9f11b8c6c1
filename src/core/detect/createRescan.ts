import type { Finding } from "../request.ts";
import { settle, type DetectOptions } from "./createDetect.ts";
import type { Engine, Found } from "./engine.ts";
import { plainStretch } from "./scans/plainStretch.ts";

/** One place of a text that is now another: what was removed there, and how much stands there instead. */
export interface Change {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

/** What is known about a text. `found` also holds what overlaps hid, since an edit may bring it out. */
export interface Scanned {
  readonly found: readonly Found[];
  readonly findings: readonly Finding[];
  /** What was not looked for. */
  readonly off: ReadonlySet<string> | undefined;
}

export interface Rescan {
  readonly scan: (text: string, options?: DetectOptions) => Scanned;
  /** The same as a scan of the new text, having looked only at what the change can have an effect on. */
  readonly rescan: (previous: Scanned, change: Change, text: string, options?: DetectOptions) => Scanned;
}

/** Detection for a text that is edited. */
export function createRescan({ search, isAffected }: Engine): Rescan {
  const know = (found: readonly Found[], options: DetectOptions | undefined): Scanned => ({ found, findings: settle(found, options), off: options?.off });
  const scan: Rescan["scan"] = (text, options) => know(search(text, options?.off), options);
  return {
    scan,
    rescan: (previous, { start, removed, inserted }, text, options) => {
      if (!isSameSet(previous.off, options?.off)) return scan(text, options);
      const stretch = plainStretch(text, { start, end: start + inserted });
      const before = { start, end: start + removed, stretch: { start: stretch.start, end: stretch.end + removed - inserted } };
      const kept = previous.found.filter((found) => !isAffected(found, before)).map((found) => (found.at < start ? found : move(found, inserted - removed)));
      return know([...kept, ...search(text, options?.off, { start, end: start + inserted, stretch })], options);
    },
  };
}

const isSameSet = (a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()) => a === b || (a.size === b.size && [...a].every((id) => b.has(id)));

const move = ({ finding, rank, at }: Found, by: number): Found => ({ finding: { ...finding, start: finding.start + by, end: finding.end + by }, rank, at: at + by });

const step = 1024;

/** The one change that makes `after` of `before`, however many edits there were. */
export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start + step <= most && before.slice(start, start + step) === after.slice(start, start + step)) start += step;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  const rest = most - start;
  while (tail + step <= rest && before.slice(before.length - tail - step, before.length - tail) === after.slice(after.length - tail - step, after.length - tail)) tail += step;
  while (tail < rest && before.charCodeAt(before.length - tail - 1) === after.charCodeAt(after.length - tail - 1)) tail += 1;
  return { start, removed: before.length - tail - start, inserted: after.length - tail - start };
}
