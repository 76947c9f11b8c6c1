import type { Audit } from "./audit.ts";
import type { EventStore } from "./eventStore.ts";

const day = 86_400_000;

export interface RetentionParts {
  readonly store: Pick<EventStore, "prune">;
  readonly audit: Audit;
  readonly now: () => number;
  readonly days: number;
}

/** Takes away what is older than it may be, as a whole; gives how many events that were. */
export function applyRetention({ store, audit, now, days }: RetentionParts): number {
  const removed = store.prune(now() - days * day);
  if (removed > 0) audit.append({ at: now(), who: "retention", what: "events.remove", detail: `${removed} older than ${days} days` });
  return removed;
}
