/**
 * What each route through a door was measured to be. `npm run coverage` makes docs/coverage.md of these rows, and the
 * test run fails when a row no longer says what that page says.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CoverageRow } from "../../scripts/coverageText.mjs";

const folder = join(import.meta.dirname, "../../.proof/coverage");

/** The rows of one door. Where two test files measure the same door, each gives a `file` name of its own; fault tests say that they are such. */
export function createCoverage(door: string, file: string = door, { faults = false } = {}) {
  const off = new Map<string, string>();
  const rows = new Map<string, CoverageRow>();
  return {
    /** The baseline of a route, measured before its row. */
    baseline: (route: string, what: string): void => void off.set(route, what),
    /** The last one for a route counts. */
    row: (route: string, lever: string, on: string): void => {
      const row: CoverageRow = { door, route, lever, off: off.get(route) ?? "not measured", on, ...(faults ? { faults } : {}) };
      rows.set(route, row);
      console.log(JSON.stringify(row));
    },
    /** This machine cannot try the route: the page keeps what it says, and the run tells. */
    untried: (route: string, why: string): void => void rows.set(route, { door, route, lever: "", off: "", on: "", untried: why, ...(faults ? { faults } : {}) }),
    /** Call it once, after all tests of the file. */
    write: (): void => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${file}.json`), `${JSON.stringify([...rows.values()], undefined, 1)}\n`);
    },
  };
}
