import type { Tier } from "../../request.ts";

/** The tier that a match really has, by structure, check digit or spelling; `undefined`: it is none. */
export type Check = (value: string, match: RegExpExecArray) => Tier | undefined;

/** A check by the rule's own tier and the arguments that the rule gives. */
export type CheckForm<Rest extends readonly unknown[] = readonly never[]> = (tier: Tier, ...rest: Rest) => Check;

/** How far a check looks before the start of the match and behind its end. */
export interface Sight {
  readonly before: number;
  readonly behind: number;
}
