/** npm run coverage: docs/coverage.md from the rows that the editor tests measured last. Run `npm test` before. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { coveragePage, readRows } from "./coverageRows.mjs";
import { readCoverage, renderCoverage } from "./coverageText.mjs";

const rows = readRows();
const key = ({ door, route }) => `${door}: ${route}`;
const measured = new Set(rows.map(key));
const before = existsSync(coveragePage) ? readCoverage(readFileSync(coveragePage, "utf8")) : [];
const gone = before.map(key).filter((name) => !measured.has(name));

if (gone.length > 0 && !process.argv.includes("--drop")) {
  console.error(`No rows for these routes of docs/coverage.md; run npm test, or add -- --drop if they are gone for good:\n${gone.map((name) => `- ${name}`).join("\n")}`);
  process.exitCode = 1;
} else {
  writeFileSync(coveragePage, renderCoverage(rows));
  console.log(`docs/coverage.md: ${rows.length} routes`);
}
