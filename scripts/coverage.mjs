/**
 * npm run coverage: docs/coverage.md from the rows that the editor tests measured last. What the page says of a door that was
 * not measured in this checkout stays; the test run holds all of it to what is measured.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { coveragePage, readRows } from "./coverageRows.mjs";
import { readCoverage, renderCoverage } from "./coverageText.mjs";

const rows = readRows();
const measured = new Set(rows.map(({ door }) => door));
const kept = (existsSync(coveragePage) ? readCoverage(readFileSync(coveragePage, "utf8")) : []).filter(({ door }) => !measured.has(door));
writeFileSync(coveragePage, renderCoverage([...rows, ...kept]));
console.log(`docs/coverage.md: ${rows.length} routes measured here (${[...measured].join(", ")}), ${kept.length} kept`);
