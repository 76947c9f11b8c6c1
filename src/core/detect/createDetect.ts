import type { Finding } from "../request.ts";
import { createAnchorSearch } from "./anchors.ts";
import { resolveOverlaps, type Ranked } from "./resolveOverlaps.ts";
import type { Runnable, RunnablePattern } from "./runnable.ts";
import { createOnce } from "./scans/once.ts";

export interface DetectOptions {
  /** Ids that are not used. */
  readonly off?: ReadonlySet<string>;
  /** No more findings than this. */
  readonly limit?: number;
}

/** Finds sensitive text. Synchronous and pure; offsets are UTF-16 code units of `text`, sorted by start, without overlaps. */
export type Detect = (text: string, options?: DetectOptions) => readonly Finding[];

/** Detectors come the more specific first. Their tables are built at the first call, not at import. */
export function createDetect(all: readonly Runnable[]): Detect {
  const parts: { search?: ReturnType<typeof createSearch> } = {};
  return (text, { off, limit = Number.POSITIVE_INFINITY } = {}) => {
    parts.search ??= createSearch(all);
    return resolveOverlaps(parts.search(text, (id) => off?.has(id) !== true)).slice(0, limit);
  };
}

function createSearch(all: readonly Runnable[]): (text: string, isOn: (id: string) => boolean) => readonly Ranked[] {
  const scans = all.flatMap((detector, rank) => ("scan" in detector ? [{ detector, rank }] : []));
  const ownersOf = new Map<string, { readonly detector: RunnablePattern; readonly rank: number }[]>();
  for (const [rank, detector] of all.entries()) {
    if (!("keywords" in detector)) continue;
    for (const keyword of detector.keywords) {
      const known = ownersOf.get(keyword);
      if (known === undefined) ownersOf.set(keyword, [{ detector, rank }]);
      else known.push({ detector, rank });
    }
  }
  const owners = [...ownersOf.values()];
  const search = createAnchorSearch([...ownersOf.keys()]);
  return (text, isOn) => {
    const found: Ranked[] = [];
    search(text, (keyword, start) => {
      for (const { detector, rank } of owners[keyword] ?? []) {
        const finding = isOn(detector.id) ? matchAround(detector, text, start) : undefined;
        if (finding !== undefined) found.push({ finding, rank });
      }
    });
    const once = createOnce(text);
    for (const { detector, rank } of scans) {
      if (!isOn(detector.id)) continue;
      for (const { tier, start, end } of detector.scan(text, once)) found.push({ finding: { detector: detector.id, kind: detector.kind, tier, start, end }, rank });
    }
    return found;
  };
}

function matchAround({ id, kind, pattern: patternOf, before, check: checkOf }: RunnablePattern, text: string, keywordStart: number): Finding | undefined {
  const pattern = patternOf();
  for (const distance of before) {
    if (distance > keywordStart) continue;
    pattern.lastIndex = keywordStart - distance;
    const match = pattern.exec(text);
    if (match === null) continue;
    const [start, end] = match.indices?.groups?.["value"] ?? match.indices?.[1] ?? [match.index, match.index + match[0].length];
    const tier = checkOf()(text.slice(start, end), match);
    return tier === undefined ? undefined : { detector: id, kind, tier, start, end };
  }
  return undefined;
}
