/**
 * npm run coverage: docs/coverage.md from the rows that the tests in an editor measured last. What the page says of a door that
 * was not measured in this checkout stays, and so do rows of fault tests; the test run holds all of it to what is measured.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { coveragePage, readRows } from "./coverageRows.mjs";
import { mergeCoverage, renderCoverage } from "./coverageText.mjs";

const rows = readRows().filter(({ untried }) => untried === undefined);
const merged = mergeCoverage(existsSync(coveragePage) ? readFileSync(coveragePage, "utf8") : "", rows);
writeFileSync(coveragePage, renderCoverage(merged));
console.log(`docs/coverage.md: ${rows.length} routes measured here (${[...new Set(rows.map(({ door }) => door))].join(", ")}), ${merged.length - rows.length} kept`);
