import { compileRule } from "../../../../src/core/detect/compile/compileRule.ts";
import { createDetect, type Detect } from "../../../../src/core/detect/createDetect.ts";
import type { Detector } from "../../../../src/core/detect/detector.ts";
import { createEngine } from "../../../../src/core/detect/engine.ts";
import { toRunnable } from "../../../../src/core/detect/runnable.ts";

export const attackSize = 100_000;
/**
 * In milliseconds. 20 is the target, and the bench measures it; a test run shares its machine with others, which costs a multiple.
 * What grows with the square of the text takes seconds for this much.
 */
export const attackLimit = 250;

export const detectOnly = (...rules: readonly Detector[]): Detect => createDetect(createEngine(rules.map((rule) => toRunnable(compileRule(rule)))));

/** Processor time, and the best of three: a machine may be busy, a pattern that is too slow is so each time. */
export function timeOf(work: () => void, enough = attackLimit, attempts = 3): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1000;
  return time <= enough || attempts === 1 ? time : Math.min(time, timeOf(work, enough, attempts - 1));
}
