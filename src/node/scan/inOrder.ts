/**
 * Results in the order of the items, each as soon as it and all before it are there, with at most `width` under way.
 * Whoever does not take the results holds up the items: that is the back-pressure.
 */
export async function* inOrder<Item, Result>(items: AsyncIterable<Item> | Iterable<Item>, width: number, work: (item: Item) => Promise<Result>): AsyncGenerator<Result> {
  const queue: Promise<Result>[] = [];
  const state = { done: false, stopped: false, wakeTaker: nothing, wakeFeeder: nothing };
  const feed = async () => {
    for await (const item of items) {
      while (queue.length >= width && !state.stopped) await new Promise<void>((resolve) => void (state.wakeFeeder = resolve));
      if (state.stopped) return;
      const result = work(item);
      result.catch(nothing); // it is awaited below, in its turn
      queue.push(result);
      state.wakeTaker();
    }
  };
  const feeding = feed().finally(() => {
    state.done = true;
    state.wakeTaker();
  });
  feeding.catch(nothing); // awaited at the end
  try {
    while (queue.length > 0 || !state.done) {
      const next = queue[0];
      if (next === undefined) {
        await new Promise<void>((resolve) => void (state.wakeTaker = resolve));
        continue;
      }
      yield await next;
      void queue.shift();
      state.wakeFeeder();
    }
    await feeding;
  } finally {
    state.stopped = true;
    state.wakeFeeder();
  }
}

const nothing = (): void => undefined;
