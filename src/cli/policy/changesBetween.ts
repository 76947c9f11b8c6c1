import type { Decision } from "../../core/request.ts";

/** One question, answered as it is and as it would be. */
export interface Pair {
  readonly now: Decision;
  readonly planned: Decision;
  readonly path: string | undefined;
}

const shownPaths = 5;

/** What would change, grouped by effects and rules, most frequent first, each with some of its files. */
export function changeLines(what: string, pairs: readonly Pair[]): readonly string[] {
  const changed = pairs.filter(({ now, planned }) => now.enforced !== planned.enforced);
  const groups = Map.groupBy(changed, ({ now, planned }) => `${now.enforced} (${now.rule}) → ${planned.enforced} (${planned.rule})`);
  const lines = [...groups].sort(([, a], [, b]) => b.length - a.length).flatMap(([name, group]) => {
    const paths = [...new Set(group.flatMap(({ path }) => (path === undefined ? [] : [path])))];
    return [`  ${name}: ${group.length}`, ...paths.slice(0, shownPaths).map((path) => `    ${path}`), ...(paths.length > shownPaths ? [`    and ${paths.length - shownPaths} more`] : [])];
  });
  return [`${what}: ${pairs.length} looked at, ${changed.length} would change`, ...lines];
}
