/** The bytes end before what was asked for. */
export class Short extends Error {}

/** Reads little-endian values one after another, and throws `Short` where the bytes end. */
export interface Cursor {
  readonly u32: () => number;
  /** Beyond 2^53 it is no longer exact, and far beyond any limit that it is held to. */
  readonly u64: () => number;
  readonly text: (bytes: number) => string;
  readonly skip: (bytes: number) => void;
}

export function createCursor(bytes: Buffer): Cursor {
  const state = { at: 0 };
  const advance = (length: number): number => {
    const from = state.at;
    if (from + length > bytes.length) throw new Short();
    state.at = from + length;
    return from;
  };
  return {
    u32: () => bytes.readUInt32LE(advance(4)),
    u64: () => {
      const from = advance(8);
      return bytes.readUInt32LE(from) + bytes.readUInt32LE(from + 4) * 2 ** 32;
    },
    text: (length) => {
      const from = advance(length);
      return bytes.toString("utf8", from, from + length);
    },
    skip: (length) => void advance(length),
  };
}
