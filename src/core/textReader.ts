/** Reads a text that comes in pieces, and says what may be shown of it so far. */
export interface TextReader {
  readonly feed: (piece: string) => string;
  /** What still waited. */
  readonly end: () => string;
}

/** One after the other: what the first one says the second one reads. */
export const inTurn = (first: TextReader, second: TextReader): TextReader => ({ feed: (piece) => second.feed(first.feed(piece)), end: () => second.feed(first.end()) + second.end() });

/** A text that is whole. */
export const readWhole = ({ feed, end }: TextReader, text: string): string => feed(text) + end();
