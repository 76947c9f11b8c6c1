import type { StoredEvent } from "../eventStore.ts";

/** An event on its way into the database. */
export interface SentEvent {
  readonly device: string;
  readonly event: StoredEvent;
  /** When it arrived here. */
  readonly now: number;
}

interface Waiting {
  readonly events: readonly SentEvent[];
  readonly resolve: (isNew: readonly boolean[]) => void;
  readonly reject: (error: unknown) => void;
}

const most = 20_000;

/**
 * ClickHouse likes few and large inserts: what many machines send within a moment is written at once, and each is answered when it is
 * written. One batch at a time, so that the same event in two of them is seen in the second.
 */
export function createAppendQueue(write: (events: readonly SentEvent[]) => Promise<readonly boolean[]>, gatherMilliseconds: number): (events: readonly SentEvent[]) => Promise<readonly boolean[]> {
  const state: { waiting: Waiting[]; running: boolean } = { waiting: [], running: false };
  const run = async () => {
    state.running = true;
    while (state.waiting.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, gatherMilliseconds));
      await writeTogether(take(state.waiting), write);
    }
    state.running = false;
  };
  return (events) => new Promise((resolve, reject) => {
    state.waiting.push({ events, resolve, reject });
    if (!state.running) void run();
  });
}

function take(waiting: Waiting[]): readonly Waiting[] {
  const taken: Waiting[] = [];
  for (let many = 0; waiting.length > 0 && (taken.length === 0 || many + (waiting[0]?.events.length ?? 0) <= most); many += taken.at(-1)?.events.length ?? 0) taken.push(...waiting.splice(0, 1));
  return taken;
}

/** Whoever waits hears of the error: nothing was answered for. */
async function writeTogether(batch: readonly Waiting[], write: (events: readonly SentEvent[]) => Promise<readonly boolean[]>): Promise<void> {
  try {
    const isNew = await write(batch.flatMap(({ events }) => events));
    const state = { from: 0 };
    for (const { events, resolve } of batch) {
      resolve(isNew.slice(state.from, state.from + events.length));
      state.from += events.length;
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
