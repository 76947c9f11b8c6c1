import { statSync } from "node:fs";
import { join } from "node:path";
import type { Finding, PathIdentity } from "../../core/request.ts";
import { baselineName, type Baseline } from "./baseline.ts";
import { createInBaseline, type InBaseline } from "./inBaseline.ts";
import { readBaseline } from "./readBaseline.ts";

/** What the baselines at the root of a file's repository hold; `undefined` for what is in no repository. */
export type Baselines = (path: PathIdentity | undefined) => ((text: string, findings: readonly Finding[]) => ReadonlySet<Finding>) | undefined;

/** Ours, and those that other tools leave at a repository's root. */
export const baselineNames = [baselineName, ".secrets.baseline", ".gitleaksignore"] as const;

/** Those of a folder that can be read. */
export function readBaselinesOf(folder: string): readonly Baseline[] {
  return baselineNames.flatMap((name) => readBaseline(join(folder, name)) ?? []);
}

/** Reads a repository's baselines when they changed on disk. Nothing is read before a policy lets a baseline have a say. */
export function createBaselines(): Baselines {
  const known = new Map<string, { readonly stamp: string; readonly find: InBaseline }>();
  const ofRepository = (repository: string) => {
    const stamp = baselineNames.map((name) => stampOf(join(repository, name))).join(" ");
    const last = known.get(repository);
    if (last?.stamp === stamp) return last.find;
    const find = createInBaseline(readBaselinesOf(repository));
    known.set(repository, { stamp, find });
    return find;
  };
  return (path) => {
    const { absolute, repository } = path ?? {};
    return absolute === undefined || repository === undefined ? undefined : (text, findings) => ofRepository(repository)(absolute, text, findings);
  };
}

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? "absent" : `${stat.ino}:${stat.size}:${stat.mtimeNs}`;
}
