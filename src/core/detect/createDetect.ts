import type { Finding } from "../request.ts";
import type { Engine } from "./engine.ts";
import { resolveOverlaps, type Ranked } from "./resolveOverlaps.ts";

export interface DetectOptions {
  /** Ids that are not used. */
  readonly off?: ReadonlySet<string>;
  /** No more findings than this. */
  readonly limit?: number;
}

/** Finds sensitive text. Synchronous and pure; offsets are UTF-16 code units of `text`, sorted by start, without overlaps. */
export type Detect = (text: string, options?: DetectOptions) => readonly Finding[];

export function createDetect({ search }: Engine): Detect {
  return (text, options) => settle(search(text, options?.off), options);
}

/** Findings as they are given out: one for each place, and not too many. */
export function settle(found: readonly Ranked[], { limit = Number.POSITIVE_INFINITY }: Pick<DetectOptions, "limit"> = {}): readonly Finding[] {
  return resolveOverlaps(found).slice(0, limit);
}
