import { mayMarkFalsePositive } from "../../core/falsePositive.ts";
import type { Finding } from "../../core/request.ts";
import { findSilenced } from "../../core/silence/findSilenced.ts";
import type { SilenceReason } from "../../core/silence/silencePermit.ts";
import { createInBaseline } from "../baseline/inBaseline.ts";
import { createFalsePositives } from "../falsePositives.ts";
import type { Dropped, ScanOptions } from "./scanJob.ts";

/** What is known of the document whose findings are asked about. */
export interface ScannedDocument {
  readonly text: string;
  /** Absent: it is no file. */
  readonly path?: string;
}

/** The findings that need somebody's attention, and how many do not. */
export type KeepFindings = (document: ScannedDocument, findings: readonly Finding[]) => { readonly kept: readonly Finding[]; readonly dropped: Dropped };

export const noneDropped: Dropped = { marked: 0, comments: 0, baseline: 0, rules: 0 };

/**
 * The one place where a scan drops findings: those that a person marked as false, and those that a comment, a baseline or a
 * turned-down rule silences, as long as every policy permits that. Works on all findings of a content, cached ones too, so that a
 * change of any of these counts at once.
 */
export function createKeepFindings({ state, policies, silence }: Pick<ScanOptions, "state" | "policies" | "silence">): KeepFindings {
  const falsePositives = state === undefined ? undefined : createFalsePositives(state);
  const isFalse = (text: string, finding: Finding) => falsePositives?.has(text, finding) === true && policies.every((policy) => mayMarkFalsePositive(policy, finding));
  const findSilent = silence === undefined || policies.length === 0 ? () => new Map<Finding, SilenceReason>() : createFindSilent(policies, silence);
  return (document, findings) => {
    if (findings.length === 0) return { kept: findings, dropped: noneDropped };
    const silent = findSilent(document, findings);
    const reasons = findings.map((finding) => (isFalse(document.text, finding) ? "marked" : silent.get(finding)));
    const count = (reason: keyof Dropped) => reasons.filter((each) => each === reason).length;
    return { kept: findings.filter((_, index) => reasons[index] === undefined), dropped: { marked: count("marked"), comments: count("comments"), baseline: count("baseline"), rules: count("rules") } };
  };
}

function createFindSilent(policies: ScanOptions["policies"], { baselines, now }: NonNullable<ScanOptions["silence"]>) {
  const inBaseline = createInBaseline(baselines);
  return ({ text, path }: ScannedDocument, findings: readonly Finding[]): ReadonlyMap<Finding, SilenceReason> => {
    const facts = { text, findings, now, ...(path === undefined ? {} : { inBaseline: (of: string, all: readonly Finding[]) => inBaseline(path, of, all) }) };
    const [first = new Map<Finding, SilenceReason>(), ...others] = policies.map((policy) => findSilenced(policy, "shown", facts));
    return new Map([...first].filter(([finding]) => others.every((other) => other.has(finding))));
  };
}
