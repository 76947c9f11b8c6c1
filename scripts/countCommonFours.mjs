/**
 * Counts anew which four characters of the rules' keywords are everywhere, for src/core/detect/commonFours.ts, under Node 24:
 * `node_modules/node/bin/node scripts/countCommonFours.mjs`. It counts over every tenth file of the training packages of
 * toolchain/codeSamples.mjs, with case folded, and prints the rows; the table is put in by hand.
 */
import { readFileSync } from "node:fs";
import { detectors } from "../src/core/detect/detectors.ts";
import { listText } from "./listText.mjs";
import { ensureCodeSamples } from "./toolchain/codeSamples.mjs";

const leastPerMegabyte = 100;
const rowLength = 160;
const counts = new Map(detectors.flatMap((detector) => ("keywords" in detector ? detector.keywords : [])).flatMap((keyword) => Array.from({ length: Math.max(0, keyword.length - 3) }, (_, at) => [keyword.slice(at, at + 4), 0])));
let [bytes, files] = [0, 0];
for (const path of listText(process.argv[2] ?? (await ensureCodeSamples("training")))) {
  files += 1;
  if (files % 10 > 0) continue;
  const text = readFileSync(path, "latin1").toLowerCase();
  bytes += text.length;
  for (let at = 0; at < text.length - 3; at += 1) {
    const four = text.slice(at, at + 4);
    const count = counts.get(four);
    if (count !== undefined) counts.set(four, count + 1);
  }
}
const common = [...counts].filter(([, count]) => count / (bytes / 1e6) >= leastPerMegabyte).toSorted((a, b) => b[1] - a[1]).map(([four]) => four).join("");
for (let at = 0; at < common.length; at += rowLength) console.log(`  ${JSON.stringify(common.slice(at, at + rowLength))},`);
console.error(`${common.length / 4} of ${counts.size}, in ${(bytes / 1e6).toFixed(0)} MB`);
