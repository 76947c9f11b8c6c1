/** What each route was measured to be: the rows of docs/coverage.md come from here. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface CoverageRow {
  readonly door: "clipboard";
  readonly route: string;
  /** What stands in the way. `none`: nothing can. */
  readonly lever: string;
  /** Without Gatelodge, or with a policy that allows. */
  readonly off: string;
  readonly on: string;
}

const folder = join(import.meta.dirname, "../../.proof/coverage");

export function createCoverage() {
  const off = new Map<string, string>();
  const rows = new Map<string, CoverageRow>();
  return {
    /** The baseline of a route, measured before its row. */
    baseline: (route: string, what: string): void => void off.set(route, what),
    row: (route: string, lever: string, on: string): void => {
      const row: CoverageRow = { door: "clipboard", route, lever, off: off.get(route) ?? "not measured", on };
      rows.set(route, row);
      console.log(JSON.stringify(row));
    },
    write: (): void => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "clipboard.json"), `${JSON.stringify([...rows.values()], undefined, 1)}\n`);
    },
  };
}
