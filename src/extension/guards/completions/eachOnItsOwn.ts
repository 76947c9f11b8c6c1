/**
 * The answer for each item, or `failed`'s where it throws: one document that cannot be judged must not leave the others
 * unguarded.
 */
export function eachOnItsOwn<Item, Answer>(items: readonly Item[], ask: (item: Item) => Answer, failed: (item: Item, error: unknown) => Answer): readonly Answer[] {
  return items.map((item) => {
    try {
      return ask(item);
    } catch (error) {
      return failed(item, error);
    }
  });
}
