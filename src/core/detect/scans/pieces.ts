import type { Changed } from "../changed.ts";
import { withSight } from "./plainStretch.ts";
import { createOnce } from "./once.ts";
import type { Once, ScanReach } from "./scan.ts";

/** What scans of one reach look at, and what they share. */
export interface Piece {
  readonly from: number;
  readonly part: string;
  readonly once: Once;
}

/** All of the text; or, by reach, what a change to it calls for: each piece is cut out once, since dozens of scans look at it. */
export function createPieces(text: string, changed: Changed | undefined): (reach: ScanReach) => Piece {
  const whole: Piece = { from: 0, part: text, once: createOnce(text) };
  const known = new Map<ScanReach, Piece>();
  return (reach) => {
    if (changed === undefined || reach === "all") return whole;
    const piece = known.get(reach) ?? cutOut(text, changed, reach);
    known.set(reach, piece);
    return piece;
  };
}

/** Twice as much as can have changed, so that what is seen cut off lies outside of it. */
function cutOut(text: string, { start, end, stretch }: Changed, reach: Exclude<ScanReach, "all">): Piece {
  const around = reach === "stretch" ? withSight(text, stretch) : { start: Math.max(0, start - 2 * reach), end: end + 2 * reach };
  const part = text.slice(around.start, around.end);
  return { from: around.start, part, once: createOnce(part) };
}
