/** Wait for something to become so; tests never sleep for a fixed time and hope. */

/** The first value of `look` that is neither undefined nor false. Fails with `what` after `patience` milliseconds. */
export async function waitFor<T>(what: string, look: () => T | Promise<T>, patience = 15_000): Promise<Exclude<T, undefined | false>> {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value as Exclude<T, undefined | false>;
    if (Date.now() > deadline) throw new Error(`Waited ${patience} ms in vain for ${what}`);
    await pause(50);
  }
}

/** For what has no sign of its own, such as "nothing happened". Say why where you call it. */
export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
