import type { Preview } from "../changeJournal.ts";

/** What would be written, line by line, with the lines that go and come: for a terminal or a page. */
export function toChangesText({ before, after }: Preview): readonly string[] {
  const [old, now] = [toLines(before ?? ""), toLines(after)];
  const same = (from: (list: readonly string[], at: number) => string | undefined, most: number) => {
    const found = Array.from({ length: most }).findIndex((_, at) => from(old, at) !== from(now, at));
    return found < 0 ? most : found;
  };
  const head = same((list, at) => list[at], Math.min(old.length, now.length));
  const tail = same((list, at) => list[list.length - 1 - at], Math.min(old.length, now.length) - head);
  const removed = old.slice(head, old.length - tail).map((line) => `- ${line}`);
  const added = now.slice(head, now.length - tail).map((line) => `+ ${line}`);
  return [...removed, ...added];
}

const toLines = (text: string) => text.split(/\r?\n/).filter((line, index, all) => line !== "" || index < all.length - 1);
