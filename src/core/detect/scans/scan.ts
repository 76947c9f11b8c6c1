import type { Tier } from "../../request.ts";

/** A linear pass over a text, for what no literal announces. */
export type Scan = (text: string, once: Once) => Iterable<Stretch>;

/** The result of a pass that several scans share: made once for each text. */
export type Once = <T>(pass: (text: string) => T) => T;

export interface Stretch {
  readonly tier: Tier;
  readonly start: number;
  readonly end: number;
}
