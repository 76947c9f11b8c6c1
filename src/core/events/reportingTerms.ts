import type { ReportingEntry } from "../policy/policyDocument.ts";
import { reportedAttributes, reportedResource } from "./reportedAttributes.ts";

/** All that a person is told before anything is sent. */
export interface ReportingTerms {
  readonly endpoint: string;
  readonly identity: "none" | "pseudonymous";
  readonly purpose?: string;
  readonly retentionDays?: number;
  /** Names of everything that can be said. */
  readonly fields: readonly string[];
}

/** What the policy says about reporting, with what this version of ours can say. */
export function toTerms({ endpoint, identity = "none", purpose, retentionDays }: ReportingEntry): ReportingTerms {
  const fields = [...Object.keys(reportedResource).filter((name) => name !== "gatelodge.user.id" || identity === "pseudonymous"), ...Object.keys(reportedAttributes)];
  return { endpoint, identity, fields, ...(purpose === undefined ? {} : { purpose }), ...(retentionDays === undefined ? {} : { retentionDays }) };
}

/** What is new to somebody who was told other terms, in words; empty: nothing that they were not told. */
export function findWidenings(told: ReportingTerms | undefined, now: ReportingTerms): readonly string[] {
  if (told === undefined) return ["this is new"];
  return [
    ...(told.endpoint === now.endpoint ? [] : ["they go elsewhere"]),
    ...(told.identity === now.identity || now.identity === "none" ? [] : ["they tell people apart"]),
    ...(told.purpose === now.purpose || now.purpose === undefined ? [] : ["they have another purpose"]),
    ...((now.retentionDays ?? Infinity) > (told.retentionDays ?? Infinity) ? ["they are kept longer"] : []),
    ...(now.fields.every((field) => told.fields.includes(field)) ? [] : ["they say more"]),
  ];
}

/** The notice, as sentences that a screen reader can read out. */
export function toNotice({ endpoint, identity, purpose, retentionDays }: ReportingTerms, widenings: readonly string[]): string {
  return [
    `Gatelodge reports to your organisation (${widenings.join("; ")}).`,
    `To: ${endpoint}.`,
    "What: which rule and which kind of finding decided about which assistant, counts, the state of the guard, and which AI is on this machine and where it stands with the policy. Never text, paths, commands or names.",
    identity === "pseudonymous" ? "People: by a pseudonym, by which what one person causes can be told to belong together." : "People: not told apart, but machines are.",
    purpose === undefined ? "Purpose: your organisation states none." : `Purpose: ${purpose}`,
    retentionDays === undefined ? "Kept: your organisation does not say how long." : `Kept: ${retentionDays} days.`,
  ].join(" ");
}
