export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch of the text that changed: what lies around it has to be looked at again. */
export interface Changed extends Stretch {
  /** Where the numbers and invisible characters start that it can have an effect on. */
  readonly stretch: Stretch;
}
