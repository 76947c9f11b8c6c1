/** The rows that the editor tests of this checkout measured last, and the page that is made of them. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { compareCoverage } from "./coverageText.mjs";
import { inRepository } from "./toolchain/paths.mjs";

const folder = inRepository(".proof", "coverage");
export const coveragePage = inRepository("docs", "coverage.md");

export const readRows = () =>
  (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith(".json")).toSorted().flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));

/** Rows of a test that is gone would speak for it. */
export const forgetRows = () => rmSync(folder, { recursive: true, force: true });

/** Fails when the page does not say what was measured, by the fault tests too where they ran. */
export async function checkCoverage({ faults }) {
  const rows = readRows();
  for (const { door, route, untried } of rows) if (untried !== undefined) console.log(`  not tried here: ${door}, ${route}: ${untried}`);
  const problems = compareCoverage(readFileSync(coveragePage, "utf8"), rows, { faults });
  if (problems.length > 0) throw new Error(`docs/coverage.md does not say what was measured:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
}
