import type { Stretch } from "../scans/scan.ts";

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Value by column; some may be lacking. */
export type Row = readonly (Place | undefined)[];

/** Rows of values under names, however they are written. */
export interface Table {
  readonly columns: readonly string[];
  /** Where the names stand. */
  readonly header: Place;
  readonly rows: readonly Row[];
}

/** What a table gives away. */
export interface Judged {
  readonly about: "people" | "health";
  readonly header: Stretch;
  readonly values: readonly Stretch[];
}
