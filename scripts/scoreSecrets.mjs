/** Scores the detectors on labelled examples: `node scoreSecrets.mjs <corpus> [--misses]`, under Node 24. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { detect } from "../src/core/detect/detect.ts";
import { detectors } from "../src/core/detect/detectors.ts";
import { proof } from "./toolchain/paths.mjs";

const [corpus, ...options] = process.argv.slice(2);
const folder = join(corpus, "secrets");
// Three in ten are never looked at while rules are written, so that what they say at the end is about rows nobody fitted a rule to.
const isKeptOut = ({ id }) => createHash("sha256").update(id).digest()[0] < 77;
const ranks = { possible: 0, likely: 1, certain: 2 };
// What a source's own rule calls an identifier: names of users and buckets, numbers of clients. It is no secret, so it is not to be found as one.
const isIdentifier = ({ categories = [] }) => categories.includes("identifier") && !categories.includes("secret");

const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl.gz")).toSorted();
const sources = names.map((name) => scoreSource(name.slice(0, -".jsonl.gz".length), readRows(join(folder, name))));
mkdirSync(proof, { recursive: true });
const score = sources.map(({ source, takenRules, open, keptOut }) => ({ source, takenRules, open, keptOut }));
writeFileSync(join(proof, "secrets.json"), `${JSON.stringify({ detectors: detectors.length, sources: score }, undefined, 2)}\n`);
printTable(score);
if (options.includes("--misses")) for (const { misses } of sources) for (const { id, type } of misses) console.log(`${id}\t${type}`);

function readRows(file) {
  return gunzipSync(readFileSync(file)).toString("utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
}

/** `own`: rules that say they were taken from this source; `cross`: all the others, which never saw its rules. */
function scoreSource(source, rows) {
  const taken = new Set(detectors.filter((rule) => rule.source.toLowerCase().includes(source)).map(({ id }) => id));
  const others = new Set(detectors.map(({ id }) => id).filter((id) => !taken.has(id)));
  const judged = rows.map((row) => ({ ...row, keptOut: isKeptOut(row), best: bestTier(row.text), cross: bestTier(row.text, taken), own: bestTier(row.text, others) }));
  const part = (keptOut) => scoreRows(judged.filter((row) => row.keptOut === keptOut));
  return { source, takenRules: taken.size, open: part(false), keptOut: part(true), misses: judged.filter(({ label, keptOut, best }) => label === "pos" && !keptOut && best < 0) };
}

/** The most certain secret in a text, as a rank; -1: none. */
function bestTier(text, off) {
  return detect(text, off === undefined ? {} : { off }).filter(({ kind }) => kind === "secret").reduce((best, { tier }) => Math.max(best, ranks[tier]), -1);
}

function scoreRows(rows) {
  const positive = rows.filter(({ label }) => label === "pos");
  const negative = rows.filter(({ label }) => label === "neg");
  const at = (least) => {
    const found = positive.filter(({ best }) => best >= least).length;
    const wrong = negative.filter(({ best }) => best >= least).length;
    return { recall: share(found, positive.length), precision: share(found, found + wrong), wrong };
  };
  return {
    positive: positive.length, negative: negative.length, possible: at(ranks.possible), likely: at(ranks.likely), certain: at(ranks.certain),
    identifiers: positive.filter(isIdentifier).length, secrets: share(positive.filter((row) => !isIdentifier(row) && row.best >= 0).length, positive.filter((row) => !isIdentifier(row)).length),
    cross: share(positive.filter(({ cross }) => cross >= 0).length, positive.length), own: share(positive.filter(({ own }) => own >= 0).length, positive.length),
  };
}

function share(part, whole) {
  return whole === 0 ? null : Number((part / whole).toFixed(4));
}

function printTable(scores) {
  const shown = (value) => (value === null ? "–" : value.toFixed(3));
  const head = ["source", "part", "pos", "neg", "recall", "precision", "…likely+", "", "…certain", "", "secrets", "cross", "own"];
  const rows = scores.flatMap(({ source, open, keptOut }) => [["open", open], ["kept out", keptOut]].map(([name, part]) => [
    source, name, String(part.positive), String(part.negative), ...["possible", "likely", "certain"].flatMap((tier) => [shown(part[tier].recall), shown(part[tier].precision)]), shown(part.secrets), shown(part.cross), shown(part.own),
  ]));
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  for (const row of [head, ...rows]) console.log(row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  "));
  console.log("\nsecrets: found of the rows that their source does not call identifiers; cross: found without the rules taken from that source; own: with these only. Written to .proof/secrets.json");
}
