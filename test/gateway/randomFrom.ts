/** Numbers that look random and are the same each time (xorshift). */
export function randomFrom(seed: number) {
  let state = seed | 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  return {
    below,
    of: <T>(list: readonly T[]): T => list[below(list.length)]!,
    text: (alphabet: string, length: number): string => Array.from({ length }, () => alphabet[below(alphabet.length)]).join(""),
  };
}
