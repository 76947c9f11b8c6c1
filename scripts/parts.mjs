/** A test run is a list of parts. Each is timed, counts what it passed and failed, and keeps its output for when it fails. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { node24, proof, repository } from "./toolchain/paths.mjs";
import { runProgram } from "./toolchain/runProgram.mjs";

/**
 * @typedef {{ name: string, seconds: number, passed: number, failed: number, skipped: number, output: string, note?: string }} Part
 */

/** Run `work` as a part. An exception in it is a failed part, so that one broken part does not hide the others. */
async function timed(name, work, isWorthALine = () => true) {
  const started = performance.now();
  const result = await work().catch((error) => ({ passed: 0, failed: 1, skipped: 0, output: String(error?.stack ?? error) }));
  const part = { name, seconds: (performance.now() - started) / 1000, ...result };
  if (isWorthALine(part)) console.log(lineFor(part));
  return part;
}

const lineFor = ({ name, seconds, passed, failed, skipped, note }) =>
  `${failed > 0 ? "✖" : "✔"} ${name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s   ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}${note ? `   (${note})` : ""}`;

/** A part that runs one program of node_modules under Node 24 and counts as one. */
export const runTool = (name, script, args = []) =>
  timed(name, async () => {
    const { code, output } = await runProgram(node24, [script, ...args], { cwd: repository });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
  });

/** A part that is a function of our own and counts as one. */
export const runWork = (name, work) =>
  timed(name, async () => {
    await work();
    return { passed: 1, failed: 0, skipped: 0, output: "" };
  });

/** A part made of test files, counted by node's own test runner. */
export const runTests = (name, files, options) => timed(name, () => countTests(files, options));

/**
 * Test files of which each drives an editor or a program of its own: a part each, one after another, or `abreast` at a time.
 * A file that fails is run a second time, alone, when the others are through. When it then passes, its line says so and its
 * first output stays in .proof: a machine that hung for a second must not hide what the other tests say, and an unsteady
 * test must not hide either.
 */
export async function runInTurn(files, { abreast = 1, ...options }) {
  const parts = [];
  const again = [];
  const waiting = files.values();
  const work = async () => {
    for (const file of waiting) {
      const first = await timed(nameOf(file), () => countTests([file], options), ({ failed }) => failed === 0);
      if (first.failed === 0) parts.push(first);
      else again.push({ file, first });
    }
  };
  await Promise.all(Array.from({ length: abreast }, work));
  for (const { file, first } of again) parts.push(await timed(nameOf(file), () => countAgain(file, first, options)));
  return parts;
}

const nameOf = (file) => basename(file).replace(/(\.editor|\.browser|\.clients|\.engines)?\.test\.ts$/, "");

async function countAgain(file, first, options) {
  mkdirSync(proof, { recursive: true });
  const log = join(proof, `failed-${basename(file)}.log`);
  writeFileSync(log, first.output);
  const second = await countTests([file], options);
  return { ...second, note: `second run; the first had ${first.failed} failed in ${first.seconds.toFixed(0)} s: .proof/${basename(log)}` };
}

async function countTests(files, { concurrency, env, timeout = 60_000, limit = 180_000 } = {}) {
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0, output: "" };
  const folder = mkdtempSync(join(tmpdir(), "gatelodge-totals-"));
  const totals = join(folder, "totals.json");
  try {
    const reporters = [
      "--test-reporter=spec", "--test-reporter-destination=stdout",
      `--test-reporter=${join(import.meta.dirname, "totalsReporter.mjs")}`, `--test-reporter-destination=${totals}`,
    ];
    const limits = [`--test-timeout=${timeout}`, ...(concurrency ? [`--test-concurrency=${concurrency}`] : [])];
    const { code, output } = await runProgram(node24, ["--test", ...limits, ...reporters, ...files], { cwd: repository, env, limit });
    return { ...countsFrom(totals, code), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A runner that died has no totals, and one that failed without a failed test has still failed. */
function countsFrom(file, code) {
  const read = () => {
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch {
      return { passed: 0, failed: 1, skipped: 0 };
    }
  };
  const counts = read();
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Print what the failing parts said, then the last line, and set the exit code. */
export function finish(parts) {
  for (const { name, output } of parts.filter(({ failed }) => failed > 0)) console.log(`\n── ${name} ──\n${output.trim()}`);
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  const skipped = sum("skipped");
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
}
