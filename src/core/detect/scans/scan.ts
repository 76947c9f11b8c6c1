import type { Tier } from "../../request.ts";

/** A linear pass over a text, for what no literal announces. */
export type Scan = (text: string) => Iterable<Stretch>;

export interface Stretch {
  readonly tier: Tier;
  readonly start: number;
  readonly end: number;
}
