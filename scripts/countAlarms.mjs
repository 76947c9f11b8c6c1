/** Counts the detectors' findings in folders: `node countAlarms.mjs <samples> <detector, or empty> <folder>...`, under Node 24. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { detect } from "../src/core/detect/detect.ts";
import { assignments } from "../src/core/detect/rules/assignments.ts";
import { listText } from "./listText.mjs";
import { maskedPlace } from "./maskedPlace.mjs";
import { proof } from "./toolchain/paths.mjs";

const [samples, only, ...folders] = process.argv.slice(2);
const tiers = ["certain", "likely", "possible"];
/** Those that go by a name like `password` alone, and the most that either kind may say in a megabyte where it is not only `possible`. */
const generic = new Set(assignments.map(({ id }) => id));
const goals = { specific: 0.5, generic: 0.3 };
const groupOf = ({ detector, kind }) => (kind === "secret" ? (generic.has(detector) ? "generic" : "specific") : kind);

let bytes = 0;
let files = 0;
const bytesOf = new Map();
const counts = new Map();
const places = [];
for (const folder of folders) {
  for (const path of listText(folder)) {
    const text = readFileSync(path, "utf8");
    // What holds a zero is no text.
    if (text.slice(0, 8000).includes("\0")) continue;
    files += 1;
    bytes += text.length;
    bytesOf.set(extname(path), (bytesOf.get(extname(path)) ?? 0) + text.length);
    for (const finding of detect(text)) {
      const id = `${groupOf(finding)} ${finding.tier} ${finding.detector}`;
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if (Number(samples) > 0 && (only === "" || only === finding.detector)) places.push({ path: path.slice(folder.length + 1), finding, shown: maskedPlace(text, finding) });
    }
  }
}

const megabytes = bytes / 1e6;
const languages = [...bytesOf].toSorted((a, b) => b[1] - a[1]).slice(0, 14).map(([extension, size]) => `${extension || "none"} ${(size / 1e6).toFixed(0)}`);
console.log(`${files} files, ${megabytes.toFixed(1)} MB: ${languages.join(", ")}\n`);
const rates = ["specific", "generic", "personal", "hidden", "marker"].map((group) => ({ group, ...Object.fromEntries(tiers.map((tier) => [tier, sum(`${group} ${tier} `) / megabytes])) }));
console.log("per MB       certain   likely  possible");
for (const { group, ...rate } of rates) {
  const goal = goals[group];
  const verdict = goal === undefined ? "" : `   certain and likely ${(rate.certain + rate.likely).toFixed(3)}, goal ${goal}: ${rate.certain + rate.likely <= goal ? "held" : "missed"}`;
  console.log(`${group.padEnd(10)} ${tiers.map((tier) => rate[tier].toFixed(3).padStart(9)).join("")}${verdict}`);
}
console.log("\nmost often:");
for (const [id, count] of [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 40)) console.log(`${String(count).padStart(7)}  ${id}`);
for (const { path, finding, shown } of everyNth(places, Number(samples))) console.log(`\n${finding.tier} ${finding.detector} in ${path}\n  ${shown}`);
mkdirSync(proof, { recursive: true });
writeFileSync(join(proof, "alarms.json"), `${JSON.stringify({ files, megabytes, rates, counts: Object.fromEntries(counts) }, undefined, 2)}\n`);

function sum(start) {
  return [...counts].filter(([id]) => id.startsWith(start)).reduce((total, [, count]) => total + count, 0);
}

/** The same ones each time, from all over the list. */
function everyNth(list, wanted) {
  return Array.from({ length: Math.min(wanted, list.length) }, (_, index) => list[Math.floor((index * list.length) / Math.min(wanted, list.length))]);
}
