/**
 * Counts anew how surprising each pair of neighbouring characters is, for src/core/detect/pairCosts.ts, under Node 24:
 * `node_modules/node/bin/node scripts/trainPairCosts.mjs`. It counts over the training packages of toolchain/codeSamples.mjs, none of which
 * is measured on. Prints the rows, and how many of the words are taken for random; the table is put in by hand, since a threshold goes with it.
 */
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { classes } from "../src/core/detect/pairCosts.ts";
import { kindOf } from "../src/core/detect/randomness.ts";
import { listText } from "./listText.mjs";
import { ensureCodeSamples } from "./toolchain/codeSamples.mjs";

/** Binary data in text form: encoded, captured or generated. */
const data = new Set([".pem", ".crt", ".key", ".sum", ".po", ".txt", ".csv", ".dat", ".b64", ".out", ".svg", ".lock", ".test", ".tmTheme"]);
const folder = process.argv[2] ?? (await ensureCodeSamples("training"));
const words = new Set();
for (const path of listText(folder)) {
  if (data.has(extname(path))) continue;
  for (const line of readFileSync(path, "latin1").split("\n")) {
    if (line.length > 400) continue;
    for (const [word] of line.matchAll(/[A-Za-z][\w./-]{2,59}/g)) if (!isEncoded(word)) words.add(word);
  }
}

const size = classes.length;
const counts = Array.from({ length: size }, () => new Float64Array(size));
for (const word of words) for (let index = 1; index < word.length; index += 1) counts[column(word[index - 1])][column(word[index])] += 1;
for (const row of counts) {
  const total = row.reduce((sum, count) => sum + count, 0);
  // Half a count for pairs that never came, and no more than a character can say.
  const text = Array.from(row, (count) => String.fromCharCode(48 + Math.min(74, Math.round(6 * -Math.log2((count + 0.5) / (total + 0.5 * size)))))).join("");
  console.log(`  ${JSON.stringify(text)},`);
}
console.log("caseCosts:");
for (const row of countCases()) {
  const total = row[0] + row[1];
  console.log(`  ${row.slice(0, 2).map((count) => (-Math.log2(count / total)).toFixed(2)).join(", ")},`);
}
console.error(`${words.size} words`);

function column(char) {
  const at = classes.indexOf(char.toLowerCase());
  return at >= 0 ? at : char === "_" || char === "/" ? classes.indexOf("-") : classes.indexOf(".");
}

/** By the kinds of the two characters before it: how often a letter is small or a capital. */
function countCases() {
  const rows = Array.from({ length: 16 }, () => [0.5, 0.5, 0, 0]);
  for (const word of words) {
    for (let index = 1; index < word.length; index += 1) rows[kindOf(word.charCodeAt(index - 2)) * 4 + kindOf(word.charCodeAt(index - 1))][kindOf(word.charCodeAt(index))] += 1;
  }
  return rows;
}

/** What a machine made: a digest, or letters of both kinds with digits among them and nothing that joins words. */
function isEncoded(word) {
  return /[0-9a-f]{12}/i.test(word) || (word.length >= 16 && !/[_./-]/.test(word) && (word.match(/\d/g)?.length ?? 0) >= 2 && /[a-z]/.test(word) && /[A-Z]/.test(word));
}
