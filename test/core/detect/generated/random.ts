/** Random numbers that come again with the same seed (mulberry32); the seed is in a failing test's message. */
export interface Random {
  readonly seed: number;
  /** From 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
}

export function createRandom(seed: number): Random {
  const state = { at: seed >>> 0 };
  const below = (limit: number) => {
    state.at = (state.at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state.at ^ (state.at >>> 15), 1 | state.at);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  return { seed, below, oneOf: (list) => {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  } };
}

/** `GATELODGE_SEED`, to see a failure again, or a new one for each run. */
export const testSeed = (): number => Number(process.env["GATELODGE_SEED"] ?? Math.floor(Math.random() * 1_000_000_000));
