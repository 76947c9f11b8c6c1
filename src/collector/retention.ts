import { setImmediate } from "node:timers/promises";
import type { Audit } from "./audit.ts";
import type { EventStore } from "./eventStore.ts";

const day = 86_400_000;
// Some ten milliseconds; in between machines are answered.
const atOnce = 1000;

export interface RetentionParts {
  readonly store: Pick<EventStore, "prune">;
  readonly audit: Audit;
  readonly now: () => number;
  readonly days: number;
}

/** Takes away what is older than it may be, bit by bit; gives how many events that were. */
export async function applyRetention({ store, audit, now, days }: RetentionParts): Promise<number> {
  const before = now() - days * day;
  const state = { removed: 0 };
  for (let last = await store.prune(before, atOnce); last > 0; last = await store.prune(before, atOnce)) {
    state.removed += last;
    await setImmediate();
  }
  if (state.removed > 0) audit.append({ at: now(), who: "retention", what: "events.remove", detail: `${state.removed} older than ${days} days` });
  return state.removed;
}
