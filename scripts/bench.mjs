/**
 * npm run bench: every test/bench/*.bench.ts in turn. Each prints JSON lines { name, value, unit, target, ok };
 * they become a table here and .proof/bench.json.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { findFiles } from "./findFiles.mjs";
import { compileDetectors } from "./toolchain/compiledDetectors.mjs";
import { ensureDependencies } from "./toolchain/dependencies.mjs";
import { node24, proof, repository } from "./toolchain/paths.mjs";
import { runProgram } from "./toolchain/runProgram.mjs";

await ensureDependencies();
await compileDetectors();
const files = findFiles("test/bench", ".bench.ts");
const measured = [];
// One after the other: two measurements at a time measure each other.
for (const file of files) measured.push(...(await measure(file)));
mkdirSync(proof, { recursive: true });
writeFileSync(join(proof, "bench.json"), `${JSON.stringify(measured, undefined, 2)}\n`);
printTable(measured);
const missed = measured.filter(({ ok }) => !ok).length;
console.log(`\n${measured.length - missed} of ${measured.length} within their target; written to .proof/bench.json`);
process.exitCode = missed > 0 ? 1 : 0;

async function measure(file) {
  const { code, output } = await runProgram(node24, ["--expose-gc", file], { cwd: repository });
  const results = output.split("\n").filter((line) => line.startsWith('{"name":')).map((line) => JSON.parse(line));
  if (code === 0 && results.length > 0) return results;
  console.error(`${basename(file)} ended with exit code ${code} and ${results.length} results:\n${output}`);
  return [...results, { name: basename(file), value: code, unit: "exit code", target: "0, with results", ok: false }];
}

function printTable(results) {
  const rows = [["", "name", "value", "unit", "target"], ...results.map(({ name, value, unit, target, ok }) => [ok ? "✔" : "✖", name, shortened(value), unit ?? "", String(target ?? "")])];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) console.log(row.map((cell, column) => (column === 2 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join("  ").trimEnd());
}

function shortened(value) {
  return typeof value === "number" && !Number.isInteger(value) ? value.toPrecision(3) : String(value);
}
