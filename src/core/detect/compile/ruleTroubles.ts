import { checks } from "../checks/checks.ts";
import { createDetect } from "../createDetect.ts";
import { createEngine } from "../engine.ts";
import type { Detector, PatternDetector } from "../detector.ts";
import { patternTrouble } from "../patterns/patternSafety.ts";
import { toRunnable } from "../runnable.ts";
import { compileRule } from "./compileRule.ts";

/** Why the build refuses rules: one line each, `id: reason`. */
export function ruleTroubles(detectors: readonly Detector[]): readonly string[] {
  const ids = detectors.map(({ id }) => id);
  const duplicates = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: another rule has this id`);
  const forms = detectors.flatMap((detector) => formTroubles(detector).map((reason) => `${detector.id}: ${reason}`));
  // Examples can only be tried with rules that are well formed.
  return duplicates.length + forms.length > 0 ? [...duplicates, ...forms] : exampleTroubles(detectors);
}

function formTroubles(detector: Detector): readonly string[] {
  return [
    ...(/^(?!secretlint-|org:)[a-z0-9]+(?:-[a-z0-9]+)*$/.test(detector.id) ? [] : ["an id is lower-case words joined by dashes"]),
    ...(detector.source && detector.licence ? [] : ["it does not say its source and licence"]),
    ...(detector.examples().length > 0 ? [] : ["it has no example"]),
    ...(detector.counterExamples().length > 0 ? [] : ["it has no counter-example"]),
    ...("scan" in detector ? [] : patternTroubles(detector)),
  ];
}

function patternTroubles({ keywords, pattern, check }: PatternDetector): readonly string[] {
  const [name, ...rest] = typeof check === "string" || check === undefined ? [check ?? "token"] : check;
  const trouble = patternTrouble(pattern.source, pattern.flags);
  const inner = name === "spelled" || name === "spelledAtRandom" ? rest.flat() : name === "tierBy" ? rest.slice(0, 1) : [];
  const innerTroubles = inner.flatMap((source) => patternTrouble(String(source), "") ?? []);
  return [
    ...(keywords.length > 0 ? [] : ["it has no keyword"]),
    ...keywords.filter((keyword) => keyword.length < 3).map((keyword) => `the keyword "${keyword}" is shorter than 3`),
    ...keywords.filter((keyword) => keyword !== keyword.toLowerCase()).map((keyword) => `the keyword "${keyword}" is not in lower case`),
    ...(name in checks ? [] : [`there is no check "${name}"`]),
    ...(/^[dimsy]*$/.test(pattern.flags) && pattern.sticky && pattern.hasIndices ? [] : ["its pattern needs the flags d and y, and may have i, m and s"]),
    ...(trouble === undefined ? [] : [`its pattern is refused: ${trouble}`]),
    ...innerTroubles.map((reason) => `a pattern of its check is refused: ${reason}`),
  ];
}

/** With all rules at once for the examples: a more specific rule that takes them is a trouble too. */
function exampleTroubles(detectors: readonly Detector[]): readonly string[] {
  const all = createDetect(createEngine(detectors.map((detector) => toRunnable(compileRule(detector)))));
  return detectors.flatMap((detector) => {
    const ids = (text: string) => namesOf(all(text).map(({ detector: id }) => id), detector.beside).join(", ");
    return [
      ...detector.examples().filter((text) => ids(text) !== detector.id).map((text) => `${detector.id}: its example ${shown(text)} gives ${ids(text) || "nothing"}`),
      ...detector.counterExamples().filter((text) => all(text).some(({ detector: id }) => id === detector.id)).map((text) => `${detector.id}: its counter-example ${shown(text)} is found`),
      ...("scan" in detector ? [] : [...detector.examples(), ...detector.counterExamples()].filter((text) => missesKeyword(detector, text)).map((text) => `${detector.id}: in ${shown(text)} its pattern matches where none of its keywords stands`)),
    ];
  });
}

/** What is found, without what its examples bring along. */
export function namesOf(found: readonly string[], beside: readonly string[] | undefined): readonly string[] {
  return beside === undefined ? found : [...new Set(found)].filter((id) => !beside.includes(id));
}

const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Whether the pattern, tried everywhere, matches at a place where its keywords would not have it tried. */
function missesKeyword({ keywords, pattern, before = [0] }: PatternDetector, text: string): boolean {
  const lower = text.toLowerCase();
  const anywhere = new RegExp(pattern.source, pattern.flags.replace("y", "g"));
  return [...text.matchAll(anywhere)].some(({ index }) => !before.some((distance) => keywords.some((keyword) => lower.startsWith(keyword, index + distance))));
}
