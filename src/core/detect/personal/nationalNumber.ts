import type { Tier } from "../../request.ts";
import type { Scan, Stretch } from "../scans/scan.ts";
import { createNearby } from "./nearby.ts";
import { findNumberRuns, type NumberRun } from "./numberRuns.ts";

/** A number that a state gives to a person: its check digits must hold, and a word beside it or an unmistakable form say so. */
export interface NationalForm {
  /** Words that stand beside it; see `createNearby`. */
  readonly words: readonly string[];
  /** How it is written, from its start to its end. */
  readonly form: RegExp;
  /** How many letters and digits it has. */
  readonly lengths: readonly number[];
  /** Dates, ranges and check digits, of its letters and digits. */
  readonly isValid: (compact: string) => boolean;
  /** Without any of the words, where its writing alone says what it is. */
  readonly alone?: { readonly form: RegExp; readonly tier: Tier };
  /** With `#` for what the check fills in, so that no real person's number stands here. */
  readonly sample: string;
  readonly unlike?: readonly string[];
}

/** By the id of their detectors. */
export const nationalForms = <Id extends string>(forms: Readonly<Record<Id, NationalForm>>) => forms;

export function nationalScan({ words, form, lengths, isValid, alone }: NationalForm): Scan {
  const isNearby = createNearby(words);
  const judge = (text: string, { start, end, written, compact }: NumberRun): Tier | undefined => {
    if (!form.test(written) || isUniform(compact) || !isValid(compact)) return undefined;
    if (isNearby(text, start, end)) return alone === undefined ? "likely" : "certain";
    return alone?.form.test(written) === true ? alone.tier : undefined;
  };
  const look = (text: string, runs: readonly NumberRun[]) => runs.flatMap((run): readonly Stretch[] => {
    const tier = judge(text, run);
    return tier === undefined ? none : [{ tier, start: run.start, end: run.end }];
  });
  return (text, once) => {
    const all = once(findNumberRuns);
    // There are dozens of these, and most texts have no number of the length.
    return all.size === 0 ? none : lengths.flatMap((length) => look(text, all.get(length) ?? none));
  };
}

const none: readonly never[] = [];

/** Zeros, or what a hand writes that only wants some digits. */
const isUniform = (compact: string) => new Set(compact.replaceAll(/\D/g, "")).size <= 2 || /^\d?(?:0123456789|1234567890?|9876543210?|123456789\d?)$/.test(compact);
