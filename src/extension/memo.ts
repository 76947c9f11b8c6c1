/** Answers that hold as long as what they were made of is the same. One per key; pure but for its memory. */
export interface Memo<T> {
  readonly recall: (key: string, madeOf: readonly unknown[], make: () => T) => T;
  readonly drop: (key: string) => void;
}

export function createMemo<T>(): Memo<T> {
  const answers = new Map<string, { readonly madeOf: readonly unknown[]; readonly answer: T }>();
  return {
    recall: (key, madeOf, make) => {
      const known = answers.get(key);
      if (known !== undefined && known.madeOf.length === madeOf.length && known.madeOf.every((part, index) => Object.is(part, madeOf[index]))) return known.answer;
      const answer = make();
      answers.set(key, { madeOf, answer });
      return answer;
    },
    drop: (key) => void answers.delete(key),
  };
}
