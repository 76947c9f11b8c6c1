import type { Stretch } from "../changed.ts";
import { isBetweenNumbers } from "../personal/numberRuns.ts";
import { sight } from "../personal/nearby.ts";

/**
 * All numbers that a change to a stretch can have an effect on start in this one: it ends on both sides at a character that no
 * number, and no word that a number would be a part of, goes beyond, and lies so far out that no word beside a number is cut off.
 */
export function numberStretch(text: string, changed: Stretch): Stretch {
  let start = Math.max(0, changed.start - sight.behind);
  while (start > 0 && !isBetweenNumbers(text.charCodeAt(start - 1))) start -= 1;
  let end = Math.min(text.length, changed.end + sight.before);
  while (end < text.length && !isBetweenNumbers(text.charCodeAt(end))) end += 1;
  return { start, end };
}

/** What has to be looked at to find the numbers of such a stretch: the words beside them too. */
export const withSight = (text: string, { start, end }: Stretch): Stretch => ({ start: Math.max(0, start - sight.before), end: Math.min(text.length, end + sight.behind) });
