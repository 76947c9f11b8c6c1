/** How fast the engine looks through ordinary source, beside what else does, all in the same run on the same texts. */
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { compiledPlaces, compiledRules } from "../../src/core/detect/compiledRules.ts";
import { createDetect, type Detect } from "../../src/core/detect/createDetect.ts";
import { createRescan } from "../../src/core/detect/createRescan.ts";
import { detectors } from "../../src/core/detect/detectors.ts";
import { createEngine } from "../../src/core/detect/engine.ts";
import { toRunnable } from "../../src/core/detect/runnable.ts";
import { attacksOn } from "../core/detect/generated/attacks.ts";
import { createRandom } from "../core/detect/generated/random.ts";
import { attackSize, detectOnly, timeOf } from "../core/detect/generated/timeUnderAttack.ts";
import { report, reportPercentiles } from "./report.ts";
import { readSources } from "./sources.ts";

const { texts, size } = readSources();
const runnables = compiledRules.map((rule) => toRunnable(rule));
const secrets = createDetect(createEngine(runnables.filter(({ kind }) => kind === "secret")));
const everything = createDetect(createEngine(runnables));

function processorTime(start?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** MB/s of the best of some rounds: the first compiles. */
function speedOf(work: (text: string) => void, rounds = 4): number {
  return Math.max(...Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    for (const text of texts) work(text);
    return size / processorTime(start);
  }));
}

async function speedOfSecretlint(): Promise<number> {
  // As in what ships: its profiler would make each text slower than the one before.
  const noProfiler = pathToFileURL(join(import.meta.dirname, "../../src/node/scan/noProfiler.ts")).href;
  registerHooks({ resolve: (specifier, context, next) => next(specifier === "@secretlint/profiler" ? noProfiler : specifier, context) });
  const { findWithSecretlint } = await import("../../src/node/scan/secretlintFindings.ts");
  const some = texts.slice(0, Math.ceil(texts.length / 4));
  for (const text of some.slice(0, 100)) await findWithSecretlint(text, new Set());
  const start = process.cpuUsage();
  for (const text of some) await findWithSecretlint(text, new Set());
  return some.reduce((sum, { length }) => sum + length, 0) / processorTime(start);
}

function measureSpeed(secretlint: number): void {
  const speed = speedOf((text) => secrets(text));
  report({ name: "detection, all secret rules", value: speed, unit: "MB/s", atLeast: 150 });
  report({ name: "detection, everything on", value: speedOf((text) => everything(text)), unit: "MB/s", atLeast: 80 });
  report({ name: "detection, secretlint in the same run", value: secretlint, unit: "MB/s" });
  report({ name: "detection, times secretlint", value: speed / secretlint, unit: "×", atLeast: 3 });
  const keywords = [...new Set(runnables.flatMap((rule) => ("guards" in rule ? rule.guards.flatMap((guard) => guard.keywords) : [])))];
  const alternation = new RegExp(keywords.map((keyword) => keyword.replaceAll(/[^a-z0-9]/g, String.raw`\$&`)).join("|"), "gi");
  report({ name: `detection, ${keywords.length} keywords as one pattern`, value: speedOf((text) => void text.match(alternation), 1), unit: "MB/s" });
  const buffers = new Map(texts.map((text) => [text, Buffer.from(text)]));
  report({ name: "detection, one byte searched (memchr)", value: speedOf((text) => void buffers.get(text)?.indexOf(1)), unit: "MB/s" });
}

function measureStart(): void {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    createDetect(createEngine(compiledRules.map((rule) => toRunnable(rule)), compiledPlaces))("");
    return performance.now() - start;
  });
  report({ name: "detection, building the engine", value: Math.min(...times), unit: "ms", atMost: 10 });
}

function measureSmall(detect: Detect): void {
  const pieces = texts.filter(({ length }) => length > 10_000).map((text) => text.slice(0, 10_000));
  const times = Array.from({ length: 5000 }, (_, index) => timed(() => detect(pieces[index % pieces.length] ?? "")));
  reportPercentiles("detection, 10 kB of source", "ms", times, { of: 99, atMost: 0.2 });
}

function measureEdits(): void {
  const { scan, rescan } = createRescan(createEngine(runnables));
  const random = createRandom(1);
  let text = texts.join("\n").slice(0, 100_000);
  let known = scan(text);
  const times = Array.from({ length: 2000 }, () => {
    const start = random.below(text.length);
    const inserted = random.oneOf(["x", "\n", "\"", " = ", ""]);
    const removed = random.oneOf([0, 1]);
    text = text.slice(0, start) + inserted + text.slice(start + removed);
    return timed(() => { known = rescan(known, { start, removed, inserted: inserted.length }, text); });
  });
  reportPercentiles("detection, one edit in 100 kB", "ms", times.slice(200), { of: 99, atMost: 0.5 });
}

/** A few attacks on each rule; test/fuzz has all of them. */
function measureAttacks(): void {
  const random = createRandom(1);
  const worst = detectors.map((detector) => {
    const detect = detectOnly(detector);
    const attacks = attacksOn(detector, random, attackSize);
    return { id: detector.id, time: Math.max(...[0, 1, 2, 3].map(() => random.oneOf(attacks)()).map((text) => timeOf(() => detect(text), 20))) };
  }).reduce((most, next) => (next.time > most.time ? next : most));
  report({ name: `detection, 100 kB made to hold a rule up (${worst.id})`, value: worst.time, unit: "ms", atMost: 20 });
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const secretlint = await speedOfSecretlint();
measureSpeed(secretlint);
measureStart();
measureSmall(everything);
measureEdits();
measureAttacks();
