import type { AskReason, AskState } from "../exceptionAsk.ts";

/** What the collector's other routes answer, as far as the dashboard shows it. */

/** What a person may do; `owner` may everything but approve what they proposed. */
export const roles = ["viewer", "operator", "editor", "approver", "owner"] as const;
export type Role = (typeof roles)[number];

/** Why somebody came back from the organisation's sign-in and is not in. */
export const signInTroubles = ["failed", "unreachable", "noRole", "nameTaken"] as const;
export type SignInTrouble = (typeof signInTroubles)[number];

export interface SessionView {
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Whether somebody with these roles may do what needs one: an owner may all, and whoever has any may look. */
export const mayDo = (given: readonly Role[], role: Role): boolean => given.includes(role) || given.includes("owner") || (role === "viewer" && given.length > 0);

export interface PolicyVersion {
  readonly version: number;
  readonly publishedAt: number;
  readonly publishedBy: string;
  readonly proposedBy?: string;
  readonly note: string;
  readonly state: string;
  /** For how many of the machines it holds. */
  readonly percent?: number;
}

export interface PolicyProposal {
  readonly id: number;
  readonly proposedBy: string;
  readonly proposedAt: number;
  readonly yaml: string;
  readonly note: string;
  readonly percent?: number;
}

export interface PoliciesView {
  readonly current: (PolicyVersion & { readonly yaml?: string }) | null;
  readonly ring?: (PolicyVersion & { readonly yaml?: string }) | null;
  /** When what is in force ends, where whoever signs elsewhere has to sign anew before; absent: this collector signs. */
  readonly signedUntil?: string | null;
  /** Rules that only record, whatever the policy says. */
  readonly monitored?: readonly string[];
  readonly versions: readonly PolicyVersion[];
  readonly pending: readonly PolicyProposal[];
}

export interface PolicyProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** It parses, and this part of it would not be followed. */
  readonly ignored: boolean;
}

/** `applied`: it holds there. `given`: on its way. `refused`: given again and again, and not taken. `waiting`: the machine has not asked since. */
export const progressStates = ["applied", "given", "waiting", "refused"] as const;
export type ProgressState = (typeof progressStates)[number];

/** How many of the machines have what is served, and which do not. */
export interface PolicyProgressView {
  readonly all: Readonly<Record<ProgressState, number>>;
  readonly neverAsked: number;
  /** Of the machines that a part of all is meant for. */
  readonly ring?: { readonly percent: number; /** Also by groups, which only the machines know. */ readonly byGroup: boolean } & Readonly<Record<ProgressState, number>>;
  readonly behind: readonly { readonly id: string; readonly state: ProgressState; readonly asked: string; readonly inRing: boolean }[];
}

export interface AuditView {
  readonly entries: readonly { readonly seq: number; readonly at: number; readonly who: string; readonly what: string; readonly detail: string }[];
  /** Each entry follows from the one before it. */
  readonly whole: boolean;
}

export interface AccountsView {
  readonly accounts: readonly { readonly name: string; readonly roles: readonly Role[]; readonly signedInOnce: boolean; readonly elsewhere: boolean }[];
}

export interface EnrolmentTokensView {
  readonly tokens: readonly { readonly id: string; readonly label: string; readonly most: number; readonly used: number; readonly expires: number; readonly revoked: boolean }[];
}

export interface ExceptionRow {
  readonly id: string;
  readonly rules: readonly string[];
  readonly reason: AskReason;
  readonly asked: number;
  /** Of one that was answered: as it was answered. */
  readonly until: number;
  readonly state: AskState;
  readonly note: string;
  readonly answeredBy?: string;
  readonly answeredAt?: number;
}

export interface ExceptionsView {
  readonly asks: readonly ExceptionRow[];
}

/** Something that pages tell without its machine. */
export interface IdentitySubject {
  readonly kind: "event" | "exception";
  readonly id: string;
  /** Of an event, by which it is found; of an exception anything. */
  readonly time: number;
}

export interface IdentityRow {
  readonly id: number;
  readonly subject: IdentitySubject;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: number;
  readonly state: "asked" | "agreed" | "refused" | "expired";
  /** When it waits, or may be looked at, no longer. */
  readonly until: number;
  readonly answeredBy?: string;
}

export interface IdentitiesView {
  readonly questions: readonly IdentityRow[];
}
