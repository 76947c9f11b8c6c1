import { askReasonWords, askStateWords } from "../../core/askWords.ts";
import type { Asked } from "../../node/exceptions/askedBook.ts";

/** What was asked for about one file, and whether more may be, as Markdown. */
export function toAskedLines(path: string | undefined, asked: readonly Asked[], mayAsk: boolean): readonly string[] {
  const own = asked.filter((each) => each.path === path);
  if (own.length === 0 && !mayAsk) return [];
  return [
    "## Exceptions", "",
    ...(mayAsk ? ["- one may be asked for: *Gatelodge: Ask for an Exception…* in the command palette"] : []),
    ...own.map(({ id, state, rules, reason, until, note }) => `- \`${id.slice(0, 8)}\` for ${rules.map((rule) => `\`${rule}\``).join(", ")} until ${new Date(until).toISOString().slice(0, 10)} (${askReasonWords[reason]}): ${askStateWords[state]}${note === "" ? "" : `, "${note}"`}`), "",
  ];
}
