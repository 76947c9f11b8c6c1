import { compileRule } from "../../../../src/core/detect/compile/compileRule.ts";
import type { PatternDetector } from "../../../../src/core/detect/detector.ts";
import { createEngine } from "../../../../src/core/detect/engine.ts";
import { parsePattern } from "../../../../src/core/detect/patterns/parsePattern.ts";
import { toRunnable } from "../../../../src/core/detect/runnable.ts";
import { countSteps } from "./stepCount.ts";

/** Long enough to repeat what repeats, short enough that the counting does not take longer than all other tests. */
export const countedSize = 1000;
/** For each character of a text. What grows with the square of the text has some hundred for one this long; a real pattern on ordinary text less than one. */
export const stepLimit = 150;

/** Of the engine with one rule on a text: characters looked at by its pattern and given to its check, for each character of the text. */
export function stepsUnderAttack(detector: PatternDetector): (text: string) => number {
  const tree = parsePattern(detector.pattern.source, detector.pattern.flags);
  const runnable = toRunnable(compileRule(detector));
  if (typeof tree === "string" || "scan" in runnable) throw new Error(`${detector.id} has no pattern that can be counted`);
  const counted = { steps: 0 };
  const { search } = createEngine([{
    ...runnable,
    pattern: () => counting(runnable.pattern(), (text, at) => { counted.steps += countSteps(tree, text, at); }),
    check: () => (value, match) => {
      counted.steps += value.length;
      return runnable.check()(value, match);
    },
  }]);
  return (text) => {
    counted.steps = 0;
    search(text, undefined);
    return counted.steps / text.length;
  };
}

/** The same pattern, which says where it is tried. */
function counting(pattern: RegExp, tried: (text: string, at: number) => void): RegExp {
  const exec = (text: string) => {
    tried(text, pattern.lastIndex);
    return RegExp.prototype.exec.call(pattern, text);
  };
  return Object.assign(pattern, { exec });
}
