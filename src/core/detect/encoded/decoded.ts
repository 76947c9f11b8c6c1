/** A stretch of a text that stands for another text. */
export interface Decoded {
  readonly text: string;
  /** Where in the original stands what is at these places of `text`. */
  readonly placeOf: (start: number, end: number) => Place;
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** More of one stretch is not looked at: this runs on the thread that types. */
export const longestStretch = 1 << 16;
