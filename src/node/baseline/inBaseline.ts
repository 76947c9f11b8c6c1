import { createHash } from "node:crypto";
import { relative } from "node:path";
import type { Finding } from "../../core/request.ts";
import type { Baseline, BaselineEntry, OwnBaseline } from "./baseline.ts";
import { createFingerprints } from "./fingerprint.ts";

/** The findings of a file that a baseline holds. `path` is real and absolute. */
export type InBaseline = (path: string, text: string, findings: readonly Finding[]) => ReadonlySet<Finding>;

/** Builds the tables once; a file that no baseline names costs a look-up. */
export function createInBaseline(baselines: readonly Baseline[]): InBaseline {
  const all = baselines.map((baseline) => toLookUp(baseline));
  return (path, text, findings) => new Set(findings.length === 0 ? [] : all.flatMap((find) => [...find(path, text, findings)]));
}

type LookUp = (path: string, text: string, findings: readonly Finding[]) => Iterable<Finding>;

/** A path as baselines write it. */
export const toBaselinePath = (folder: string, path: string): string => relative(folder, path).replaceAll("\\", "/");

function toLookUp(baseline: Baseline): LookUp {
  const { folder } = baseline;
  if (baseline.tool === "gatelodge") return findOwn(baseline);
  if (baseline.tool === "detect-secrets") {
    const known = new Map(Object.entries(baseline.hashes).map(([path, hashes]) => [path, new Set(hashes)]));
    return (path, text, findings) => {
      const hashes = known.get(toBaselinePath(folder, path));
      return hashes === undefined ? [] : findings.filter(({ kind, start, end }) => kind === "secret" && hashes.has(createHash("sha1").update(text.slice(start, end)).digest("hex")));
    };
  }
  const known = new Map(Map.groupBy(baseline.places, (place) => place.slice(0, place.lastIndexOf(":"))));
  return (path, text, findings) => {
    const name = toBaselinePath(folder, path);
    const places = known.get(name);
    return places === undefined ? [] : findings.filter(({ kind, start }) => kind === "secret" && places.includes(`${name}:${lineAt(text, start)}`));
  };
}

/** As many of a kind as were taken up; one more is new. */
function findOwn({ folder, salt, entries }: OwnBaseline): LookUp {
  const ofPath = Map.groupBy(entries, ({ path }) => path);
  return (path, text, findings) => {
    const known = ofPath.get(toBaselinePath(folder, path));
    if (known === undefined) return [];
    const left = new Map<string, number>();
    for (const entry of known) left.set(toKey(entry), (left.get(toKey(entry)) ?? 0) + entry.count);
    const fingerprint = createFingerprints(salt, text, findings);
    return findings.filter((finding) => {
      const key = toKey({ ...fingerprint(finding), detector: finding.detector });
      const count = left.get(key) ?? 0;
      if (count > 0) left.set(key, count - 1);
      return count > 0;
    });
  };
}

const toKey = ({ detector, by, fingerprint }: Pick<BaselineEntry, "detector" | "by" | "fingerprint">) => `${detector} ${by} ${fingerprint}`;

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
