import { toInstant } from "../policy/parsePolicy.ts";
import { matchesName, type Policy } from "../policy/policy.ts";
import type { Finding } from "../request.ts";
import { findAllowed } from "./allowComments.ts";
import type { SilenceReach, SilenceReason } from "./silencePermit.ts";

/** What is known of the text whose findings are asked about. */
export interface SilenceFacts {
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Absent: the text is of no file, or there is no baseline. */
  readonly inBaseline?: ((text: string, findings: readonly Finding[]) => ReadonlySet<Finding>) | undefined;
  readonly now: number;
}

export type SilencePolicy = Pick<Policy, "silence" | "quiet">;

const none: ReadonlyMap<Finding, SilenceReason> = new Map();

/**
 * The one answer to "which findings need not be acted on": `shown`, in diagnostics and scans; `doors`, on their way to an assistant.
 * The policy bounds each by how sure a finding is, so that a comment in a hostile repository cannot open a door.
 */
export function findSilenced({ silence, quiet }: SilencePolicy, where: keyof SilenceReach, { text, findings, inBaseline, now }: SilenceFacts): ReadonlyMap<Finding, SilenceReason> {
  const reached = (reason: SilenceReason) => findings.filter(({ tier }) => silence[reason][where].includes(tier));
  const [byRule, byComment, byBaseline] = [reached("rules"), reached("comments"), reached("baseline")];
  if (byRule.length + byComment.length + byBaseline.length === 0) return none;
  const inForce = quiet.filter(({ until }) => until === undefined || toInstant(until) > now);
  // All findings are given to both, since each must know which characters are values.
  const allowed = byComment.length === 0 ? new Set<Finding>() : findAllowed(text, findings);
  const known = byBaseline.length === 0 ? undefined : inBaseline?.(text, findings);
  return new Map<Finding, SilenceReason>([
    ...byBaseline.filter((finding) => known?.has(finding) === true).map((finding) => [finding, "baseline"] as const),
    ...byComment.filter((finding) => allowed.has(finding)).map((finding) => [finding, "comments"] as const),
    // A repository may call its own credentials known, not what is hidden in it or steers whoever reads it.
    ...byRule.filter(({ detector, kind }) => inForce.some(({ id, origin }) => matchesName(id, detector) && (origin.source !== "repository" || kind === "secret" || kind === "personal"))).map((finding) => [finding, "rules"] as const),
  ]);
}

/** How many of each, for people. */
export function countSilenced(silenced: ReadonlyMap<Finding, SilenceReason>): Readonly<Record<SilenceReason, number>> {
  const counts = { comments: 0, baseline: 0, rules: 0 };
  for (const reason of silenced.values()) counts[reason] += 1;
  return counts;
}
