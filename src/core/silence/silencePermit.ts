import type { PolicyDocument, SilenceEntry } from "../policy/policyDocument.ts";
import type { Tier } from "../request.ts";

/** What keeps a finding from a person's attention: a comment beside it, the repository's baseline, a rule that was turned down. */
export const silenceReasons = ["comments", "baseline", "rules"] as const;
export type SilenceReason = (typeof silenceReasons)[number];

/** How sure the findings may be that are silenced. */
export interface SilenceReach {
  /** In diagnostics and scans. */
  readonly shown: readonly Tier[];
  /** At the doors to assistants as well: they then pass. */
  readonly doors: readonly Tier[];
}

export type SilencePermit = Readonly<Record<SilenceReason, SilenceReach>>;

const nothing: SilenceReach = { shown: [], doors: [] };
export const noSilence: SilencePermit = { comments: nothing, baseline: nothing, rules: nothing };

/**
 * What only quietens a list of problems stays as the built-in policy has it, unless an authority says otherwise; what opens a
 * door is permitted by the authority itself, where there is one.
 */
export function mergeSilence(base: readonly PolicyDocument[], authority: readonly PolicyDocument[]): SilencePermit {
  const ofBase = base.reduce(overlay, noSilence);
  return authority.length === 0 ? ofBase : authority.reduce(overlay, each(ofBase, ({ shown }) => ({ shown, doors: [] })));
}

function overlay(permit: SilencePermit, { permit: { silence = {} } = {} }: PolicyDocument): SilencePermit {
  return each(permit, (reach, reason) => ({ ...reach, ...(silence as SilenceEntry)[reason] }));
}

function each(permit: SilencePermit, change: (reach: SilenceReach, reason: SilenceReason) => SilenceReach): SilencePermit {
  return { comments: change(permit.comments, "comments"), baseline: change(permit.baseline, "baseline"), rules: change(permit.rules, "rules") };
}
