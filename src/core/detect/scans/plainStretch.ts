import type { Stretch } from "../changed.ts";
import { isBetweenNumbers } from "../personal/numberRuns.ts";

/** How far on their line words beside a number count, and letters beside what is invisible. */
const sight = 120;

/**
 * All numbers and invisible characters that a change can have an effect on start in this stretch: it ends on both sides at a sign
 * that none of them, and no word that a number would be a part of, goes beyond, and so far out that nothing beside them is cut off.
 */
export function plainStretch(text: string, changed: Stretch): Stretch {
  let start = Math.max(0, changed.start - sight);
  while (start > 0 && !isPlainSign(text.charCodeAt(start - 1))) start -= 1;
  let end = Math.min(text.length, changed.end + sight);
  while (end < text.length && !isPlainSign(text.charCodeAt(end))) end += 1;
  return { start, end };
}

const isPlainSign = (code: number) => code < 128 && isBetweenNumbers(code);

/** What has to be looked at to find what starts in such a stretch: what stands beside it too. */
export const withSight = (text: string, { start, end }: Stretch): Stretch => ({ start: Math.max(0, start - sight), end: Math.min(text.length, end + sight) });
