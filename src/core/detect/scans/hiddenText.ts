import type { Tier } from "../../request.ts";
import type { Once, Scan, Stretch } from "./scan.ts";

/** Passes over a text for characters that people do not see. */
export const bidiControl: Scan = (text, once) => search(text, once, /[\u202A-\u202E\u2066-\u2069]+/g, (run, index) => (isDeceptive(run, () => once(hasRightToLeft) && rightToLeft.test(lineAround(text, index))) ? "certain" : undefined));
export const zeroWidthText: Scan = (text, once) => search(text, once, /[\u200B-\u200F\u2060-\u2064\u180E\uFEFF]+/g, isBetweenAscii);
export const unicodeTags: Scan = (text, once) => search(text, once, /(?:\uD83C\uDFF4)?(?:\uDB40[\uDC00-\uDC7F])+/g, (run) => (/^\uD83C\uDFF4(?:\uDB40[\uDC30-\uDC7A]){2,7}\uDB40\uDC7F$/.test(run) ? undefined : "certain"));
export const variationSelectors: Scan = (text, once) => search(text, once, /(?:[\uFE00-\uFE0F]|\uDB40[\uDD00-\uDDEF]){3,}/g, () => "certain");

// Most text has no such character at all, and this is many times faster than looking for each.
const isFarFromAscii = (text: string) => /[\u180E-\uFEFF]/.test(text);

function* search(text: string, once: Once, pattern: RegExp, judge: (run: string, index: number, text: string) => Tier | undefined): Iterable<Stretch> {
  if (!once(isFarFromAscii)) return;
  for (const match of text.matchAll(pattern)) {
    const tier = judge(match[0], match.index, text);
    if (tier !== undefined) yield { tier, start: match.index, end: match.index + match[0].length };
  }
}

/** Overrides always; embeddings and isolates where no right-to-left letter on the line explains them. What ends one counts with it. */
function isDeceptive(run: string, isExplained: () => boolean): boolean {
  if (/[\u202D\u202E]/.test(run)) return true;
  return /[\u202A\u202B\u2066-\u2068]/.test(run) && !isExplained();
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const hasRightToLeft = (text: string) => rightToLeft.test(text);

function lineAround(text: string, index: number): string {
  const head = text.slice(Math.max(0, index - 120), index);
  return head.slice(head.lastIndexOf("\n") + 1) + (text.slice(index, index + 120).split("\n", 1)[0] ?? "");
}

/** Between ASCII characters no script needs them; many in a row carry something. A single one beside a sign may only keep a line whole. */
function isBetweenAscii(run: string, index: number, text: string): Tier | undefined {
  if (run.length >= 4) return "certain";
  if (index === 0 && run === "\uFEFF") return undefined;
  const before = index === 0 ? " " : text.charAt(index - 1);
  const after = index + run.length >= text.length ? " " : text.charAt(index + run.length);
  if (before > "\x7f" || after > "\x7f") return undefined;
  // `C++` in a Hebrew sentence needs a mark of direction to stay whole.
  if (/^[\u200E\u200F]+$/.test(run) && rightToLeft.test(lineAround(text, index))) return undefined;
  return /\w/.test(before) && /\w/.test(after) ? "certain" : "possible";
}
