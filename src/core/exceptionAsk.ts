import { matchesAny } from "./policy/policy.ts";
import type { AskingPermit } from "./policy/policyDocument.ts";

/** Why somebody asks, from a list: their own words could hold anything, and stay on their machine. */
export const askReasons = ["madeUp", "public", "wrongRule", "needed", "other"] as const;
export type AskReason = (typeof askReasons)[number];

/** What a machine asks its organisation for: that rules are lifted for one file, which only the machine can name. */
export interface ExceptionAsk {
  readonly id: string;
  readonly rules: readonly string[];
  /** Of the file, under a key that stays on the machine: 256 bits, base64url. */
  readonly file: string;
  readonly reason: AskReason;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** `expired`: its time came before an answer, or after a good one. */
export const askStates = ["asked", "approved", "refused", "withdrawn", "expired"] as const;
export type AskState = (typeof askStates)[number];

/** What the organisation says of an ask. */
export interface AskAnswer {
  readonly id: string;
  readonly state: AskState;
  readonly until: number;
  /** What the person who answered wrote. */
  readonly note: string;
}

/** Where one ends: the longest note of an answer. */
export const longestNote = 300;

const isId = (value: unknown): value is string => typeof value === "string" && /^[\w-]{20,60}$/.test(value);
const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;
const isRule = (value: unknown): value is string => typeof value === "string" && /^[\w.:-]{1,80}$/.test(value);

/** `undefined`: it is none. */
export function parseExceptionAsk(value: unknown): ExceptionAsk | undefined {
  const { id, rules, file, reason, until } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const known = askReasons.find((each) => each === reason);
  if (!isId(id) || !Array.isArray(rules) || rules.length === 0 || rules.length > 10 || !rules.every(isRule) || typeof file !== "string" || !/^[\w-]{43}$/.test(file) || known === undefined || !isTime(until)) return undefined;
  return { id, rules, file, reason: known, until };
}

/** Those of an answer's list that are any. */
export function parseAskAnswers(value: unknown): readonly AskAnswer[] {
  const { asks } = (value ?? {}) as { readonly asks?: unknown };
  return !Array.isArray(asks) ? [] : asks.slice(0, 1000).flatMap((each: unknown): readonly AskAnswer[] => {
    const { id, state, until, note } = (each ?? {}) as Readonly<Record<string, unknown>>;
    const known = askStates.find((one) => one === state);
    return isId(id) && known !== undefined && isTime(until) && typeof note === "string" ? [{ id, state: known, until, note: note.slice(0, longestNote) }] : [];
  });
}

const day = 86_400_000;
// Clocks differ, and a question takes its time.
const slack = 3_600_000;

/** Whether a policy lets somebody ask for this. */
export function mayAsk(permit: AskingPermit | undefined, { rules, until }: Pick<ExceptionAsk, "rules" | "until">, now: number): boolean {
  return permit !== undefined && rules.every((rule) => matchesAny(permit.rules, [rule])) && until > now && until <= now + permit.maxDays * day + slack;
}
