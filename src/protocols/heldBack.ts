import type { Finding } from "../core/request.ts";

/** Of a line without an end so far. Most tokens are shorter. */
const held = 512;
/** A longer line is let go of in steps, so that not each letter is looked at anew. */
const step = 128;
/** What is longer is shown masked, piece by piece, rather than held. */
const longestFinding = 8000;

/** How much of a text that still grows can be judged: whole lines, and of a long one all but its end. */
export function releasable(text: string): number {
  const line = text.lastIndexOf("\n") + 1;
  return text.length - line > held + step ? text.length - held : line;
}

/** The last place, from `base` on and not behind `cut`, that parts nothing that was found: its rest may still come. */
export function outsideFindings(findings: readonly Finding[], base: number, cut: number): number {
  const latestFirst = findings.filter(({ start, end }) => start >= base && end - start < longestFinding).toSorted((a, b) => b.start - a.start);
  return latestFirst.reduce((place, { start, end }) => (start < place && end > place ? start : place), cut);
}
