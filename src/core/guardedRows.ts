import { detect } from "./detect/detect.ts";
import type { GuardedEntry } from "./guardedFile.ts";
import type { GuardedRow } from "./guardedMessages.ts";
import { redact } from "./redact.ts";

/** What of a file may be seen at once. Blank lines need no row; a comment is shown without what looks like a secret in it. */
export function toGuardedRows(text: string, entries: readonly GuardedEntry[]): readonly GuardedRow[] {
  const lines = lineNumbers(text, entries);
  return entries.flatMap((entry, id): readonly GuardedRow[] => {
    const base = { id, line: lines[id] ?? 1, empty: false, commented: false };
    if (entry.kind === "blank") return [];
    if (entry.kind === "comment") return [{ ...base, kind: "comment", name: "", text: masked(text.slice(entry.start, entry.end)) }];
    const empty = entry.value.start === entry.value.end;
    if (entry.kind === "unknown") return [{ ...base, kind: "value", name: `line ${base.line}`, text: "", empty }];
    if (entry.kind === "pem") return [{ ...base, kind: "value", name: entry.name, text: "", empty }];
    const behind = text.slice(entry.value.end + entry.quote.length, entry.end).trim();
    return [{ ...base, kind: "value", name: masked(entry.name), text: masked(behind), empty, commented: entry.commented }];
  });
}

function masked(text: string): string {
  return redact(text, detect(text, { off: new Set() })).text;
}

function lineNumbers(text: string, entries: readonly GuardedEntry[]): readonly number[] {
  const state = { at: 0, line: 1 };
  return entries.map(({ start }) => {
    state.line += text.slice(state.at, start).match(/\r\n|\r|\n/g)?.length ?? 0;
    state.at = start;
    return state.line;
  });
}
