import type { Channel } from "./request.ts";
import { strictness } from "./request.ts";
import { labelRank, type Policy } from "./policy/policy.ts";

/**
 * The source's label where it is above that of the place the text lands in; else the text brings nothing new there.
 * A label that this policy does not know counts as above: another repository's word must not open a door.
 */
export function carriedAbove(policy: Pick<Policy, "labels">, source: string | undefined, target: string): string | undefined {
  if (source === undefined) return undefined;
  const rank = labelRank(policy, source);
  return rank < 0 || rank > labelRank(policy, target) ? source : undefined;
}

/** Whether a policy can refuse or change anything on a channel. If not, its door need not stand in the way at all. */
export function canStop({ mode, rules }: Pick<Policy, "mode" | "rules">, channel: Channel): boolean {
  return mode === "enforce" && rules.some((rule) => rule.mode !== "monitor" && strictness(rule.effect) > strictness("warn") && (rule.channels === undefined || rule.channels.includes(channel)));
}

/** Two copies of the same text by different ways are equal: line ends vary by platform, a copied line may bring its own. */
export function asCopied(text: string): string {
  const unix = text.replaceAll("\r\n", "\n");
  return unix.endsWith("\n") ? unix.slice(0, -1) : unix;
}

/** What each cursor gets: a line each where there are as many lines as cursors, as the editor does, else all of it. */
export function sharesOf(text: string, cursors: number): readonly string[] {
  const lines = asCopied(text).split("\n");
  return cursors > 1 && lines.length === cursors ? lines : Array.from({ length: cursors }, () => text);
}
