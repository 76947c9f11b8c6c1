import type { Detect } from "../detect/createDetect.ts";
import { stretchesOf } from "../redact.ts";
import type { Finding } from "../request.ts";
import { isInAddress } from "./isInAddress.ts";
import { placeholderFor, type Random } from "./placeholderFor.ts";

/** Where a text goes in which placeholders may stand. `edit`: a file of that label; `elsewhere`: commands, arguments of tools, addresses. */
export type Target = { readonly to: "screen" } | { readonly to: "edit"; readonly label: string } | { readonly to: "elsewhere" };

export interface Conversation {
  /** The text with placeholders in the place of what was found, and of what was found before in this conversation. */
  readonly redact: (text: string, findings: readonly Finding[], label: string) => string;
  /** With values again where they may stand. `before` is what was shown ahead of it: it may open an address. */
  readonly restore: (text: string, target: Target, before?: string) => string;
  /** Why a text must not be written to a file of that label: a placeholder would stand where a value belongs. */
  readonly reasonAgainst: (text: string, label: string) => string | undefined;
  /** How much of the end of a text could be the start of a placeholder. */
  readonly unfinished: (text: string) => number;
  /** The same for an answer to this text: no value comes back to somebody who did not send it. */
  readonly answering: (text: string) => Pick<Conversation, "restore" | "unfinished">;
}

export interface ConversationParts {
  readonly random: Random;
  readonly detect: Detect;
  /** Public start of a token of this detector. */
  readonly prefixOf: (detector: string, value: string) => string;
  /** Larger is stricter; an unknown label is the strictest. */
  readonly rankOf: (label: string) => number;
}

interface Entry { readonly value: string; readonly placeholder: string; readonly rank: number }

/** Shorter values may stand elsewhere by chance. */
const shortestKnown = 8;

/** Holds, in memory only, which placeholder stands for which value. What left says nothing about a value: placeholders are random. */
export function createConversation(parts: ConversationParts): Conversation {
  const entries = new Map<string, Entry>();
  const enter = (value: string, finding: Pick<Finding, "detector">, rank: number, around: readonly [string, string]) => {
    const known = entries.get(value);
    const entry = known === undefined ? { value, rank, placeholder: choose(parts, value, finding.detector, around, [...entries.values()]) } : { ...known, rank: Math.max(known.rank, rank) };
    entries.set(value, entry);
    return entry.placeholder;
  };
  const all = createRestoring(() => [...entries.values()], parts);
  return {
    ...all,
    redact: (text, findings, label) => {
      const pieces: string[] = [];
      let from = 0;
      for (const stretch of stretchesOf([...findings, ...repeated(text, entries)], text.length)) {
        pieces.push(text.slice(from, stretch.start), enter(text.slice(stretch.start, stretch.end), stretch, parts.rankOf(label), [text.slice(Math.max(0, stretch.start - 100), stretch.start), text.slice(stretch.end, stretch.end + 100)]));
        from = stretch.end;
      }
      return pieces.join("") + text.slice(from);
    },
    reasonAgainst: (text, label) => (patternOf([...entries.values()]).test(all.restore(text, { to: "edit", label })) ? "The text holds a placeholder of Gatelodge for a value that may not stand there: written, it would be taken for the value. Leave those lines as they are, or read the value from where it is kept." : undefined),
    answering: (text) => {
      const known = [...entries.values()].filter(({ value }) => text.includes(value));
      return createRestoring(() => known, parts);
    },
  };
}

function createRestoring(known: () => readonly Entry[], parts: ConversationParts): Pick<Conversation, "restore" | "unfinished"> {
  return {
    restore: (text, target, before = "") => text.replaceAll(patternOf(known()), (placeholder: string, at: number) => {
      const entry = known().find((each) => each.placeholder === placeholder);
      return entry !== undefined && mayStand(entry, target, parts) && !isInAddress(before + text.slice(0, at)) ? entry.value : placeholder;
    }),
    unfinished: (text) => longestStart(text.slice(endOfLast(text, patternOf(known()))), known().map(({ placeholder }) => placeholder)),
  };
}

const patternOf = (entries: readonly Entry[]) => new RegExp(entries.map(({ placeholder }) => literally(placeholder)).join("|") || "(?!)", "g");
const mayStand = ({ rank }: Entry, target: Target, { rankOf }: ConversationParts) => target.to === "screen" || (target.to === "edit" && rankOf(target.label) >= rank);

/** One that no detector takes for a value where it will stand, and that is not the start of another. */
function choose({ random, detect, prefixOf }: ConversationParts, value: string, detector: string, [before, behind]: readonly [string, string], taken: readonly Entry[]): string {
  const isFree = (wanted: string) => taken.every(({ placeholder }) => !placeholder.startsWith(wanted) && !wanted.startsWith(placeholder));
  for (let round = 0; round < 5; round += 1) {
    const tried = placeholderFor(value, prefixOf(detector, value), random);
    const end = before.length + tried.length;
    if (isFree(tried) && tried !== value && !detect(before + tried + behind).some((finding) => finding.start < end && finding.end > before.length)) return tried;
  }
  // The visible mask, which no detector finds.
  return `[REDACTED:${detector}-${Array.from({ length: 12 }, () => random(10)).join("")}]`;
}

function repeated(text: string, entries: ReadonlyMap<string, Entry>): readonly Finding[] {
  const found: Finding[] = [];
  for (const { value } of entries.values()) {
    if (value.length < shortestKnown) continue;
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) found.push({ detector: "known-value", kind: "secret", tier: "certain", start, end: start + value.length });
  }
  return found;
}

/** A placeholder's own last letters may look like the start of another: what is whole does not wait. */
function endOfLast(text: string, pattern: RegExp): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

function longestStart(text: string, placeholders: readonly string[]): number {
  const longest = Math.max(0, ...placeholders.map(({ length }) => length - 1));
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const end = text.slice(-length);
    if (placeholders.some((placeholder) => placeholder.length > length && placeholder.startsWith(end))) return length;
  }
  return 0;
}

const literally = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
