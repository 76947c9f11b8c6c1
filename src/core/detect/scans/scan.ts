import type { Tier } from "../../request.ts";

/** A linear pass over a text, for what no literal announces. */
export type Scan = (text: string, once: Once) => Iterable<Stretch>;

/** How far from its start a finding depends on the text, and is long at most; `stretch`: on what is around it up to a plain sign (see plainStretch.ts); `all`: on the whole of it. */
export type ScanReach = number | "stretch" | "all";

/** The result of a pass that several scans share: made once for each text. */
export type Once = <T>(pass: (text: string) => T) => T;

export interface Stretch {
  readonly tier: Tier;
  readonly start: number;
  readonly end: number;
}
