import type { Detector } from "../detector.ts";
import { americanNumbers } from "../personal/americanNumbers.ts";
import { asiaPacificNumbers } from "../personal/asiaPacificNumbers.ts";
import { europeanNumbers } from "../personal/europeanNumbers.ts";
import type { NationalForm } from "../personal/nationalNumber.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { completed } from "../samples.ts";
import type { ScanName } from "../scans/scans.ts";

const forms = { ...europeanNumbers, ...americanNumbers, ...asiaPacificNumbers };

/** A detector for each of them; what differs stands in `personal/`, since it is what runs. */
export const nationalNumbers: readonly Detector[] = takenFrom(own, Object.entries<NationalForm>(forms).map(([id, form]) => ({ id, kind: "personal", tier: "likely", scan: id as ScanName & keyof typeof forms, reach: "stretch", ...examplesOf(form) })));

function examplesOf({ words, form, isValid, alone, sample, unlike = [] }: NationalForm): Pick<Detector, "examples" | "counterExamples"> {
  const label = words.find((word) => !/[[?\\]/.test(word))?.replaceAll("_", " ") ?? "";
  const number = () => completed(sample, (compact, written) => form.test(written) && isValid(compact));
  return {
    examples: () => [`${label}: ${number()}`, `{"${label}":"${number()}"}`],
    counterExamples: () => [
      `${label}: ${spoilt(number(), isValid)}`, `${label}: ${sample.replaceAll(/[\d#]/g, "0")}`, `x${number()}`, `x = ${number().replaceAll(/[^\dA-Z]/g, "")}y`,
      ...(alone === undefined ? [`const total = ${number()};`] : []), ...unlike,
    ],
  };
}

/** The same number with one digit changed, where that breaks it. */
function spoilt(good: string, isValid: (compact: string) => boolean): string {
  const changed = Array.from(good, (char, index) => (/\d/.test(char) ? `${good.slice(0, index)}${(Number(char) + 1) % 10}${good.slice(index + 1)}` : good));
  return changed.find((each) => !isValid(each.replaceAll(/[ ./-]/g, ""))) ?? "";
}
