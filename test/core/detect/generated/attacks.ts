import type { Detector } from "../../../../src/core/detect/detector.ts";
import { parsePattern } from "../../../../src/core/detect/patterns/parsePattern.ts";
import type { Random } from "./random.ts";
import { stuckTexts, textOf } from "./textOf.ts";

/** A text that is made when it is wanted: of a thousand rules all at once they are gigabytes. */
export type Attack = () => string;

const fillers = ["a", "A-", " ", "=\"", "a:"];

/** Texts that make a rule start as often as possible, or go as far as possible before it fails, from its own pattern and examples. */
export function attacksOn(detector: Detector, random: Random, size: number): readonly Attack[] {
  const repeat = (text: string, head = ""): Attack => () => (text === "" ? head : head + text.repeat(Math.ceil(size / text.length))).slice(0, size);
  const around = (start: string) => [repeat(start), repeat(`${start}="`), ...fillers.flatMap((filler) => [repeat(filler, start), repeat(`${start}${filler}`)])];
  const [example = ""] = detector.examples();
  return "keywords" in detector
    ? [repeat(example), ...around(example.slice(0, -1)), ...around(detector.keywords[0] ?? ""), ...patternAttacks(detector.pattern, random, repeat)]
    : [example, "\u200B", "\u202A", "\u2066a"].flatMap((start) => around(start));
}

function patternAttacks({ source, flags }: RegExp, random: Random, repeat: (text: string, head?: string) => Attack): readonly Attack[] {
  const tree = parsePattern(source, flags);
  if (typeof tree === "string") return [];
  const whole = textOf(tree, random);
  const stuck = stuckTexts(tree, random).flatMap(({ head, filler }) => [repeat(filler, head), ...[1, 30, 400].map((times) => repeat(head + filler.repeat(times)))]);
  return [repeat(whole), repeat(whole.slice(0, -1)), repeat(whole.slice(0, whole.length / 2)), ...stuck];
}
