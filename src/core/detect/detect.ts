import type { Finding } from "../request.ts";
import { providers } from "./rules/providers.ts";

export interface DetectOptions {
  /** Ids that are not used. */
  readonly off?: ReadonlySet<string>;
  /** No more findings than this. */
  readonly limit?: number;
}

/** Finds sensitive text. Synchronous and pure; offsets are UTF-16 code units of `text`, sorted by start. */
export function detect(text: string, { off, limit = Number.POSITIVE_INFINITY }: DetectOptions = {}): readonly Finding[] {
  const findings = providers.filter(({ id }) => off?.has(id) !== true).flatMap(({ id, kind, tier, pattern }) =>
    [...text.matchAll(pattern)].map((match): Finding => {
      const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length];
      return { detector: id, kind, tier, start, end };
    }));
  return findings.sort((a, b) => a.start - b.start).slice(0, limit);
}
