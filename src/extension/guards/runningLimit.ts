/** Runs work at once as long as less than `limit` is under way, else in its turn. A failure is its caller's, and frees the place. */
export function createRunningLimit(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const state = { running: 0 };
  const waiting: (() => void)[] = [];
  // The place goes straight to who waited longest, so that nobody slips in between.
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) state.running -= 1;
    else next();
  };
  return async (work) => {
    if (state.running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else state.running += 1;
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
