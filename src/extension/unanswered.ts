/** Which documents the server was given and has not reported for too long: it hangs in one of them. Pure but for its memory. */
export interface Unanswered {
  /** The server was given this version, or will be. */
  readonly given: (uri: string, version: number) => void;
  readonly answered: (uri: string, version: number) => void;
  readonly drop: (uri: string) => void;
  /** The server starts anew: its time begins now. */
  readonly restart: () => void;
  readonly isOverdue: (uri: string) => boolean;
  /** Those that became overdue since this was asked last. */
  readonly news: () => readonly string[];
}

interface Waiting { readonly version: number; readonly since: number }

export function createUnanswered(now: () => number, patience: number): Unanswered {
  const waiting = new Map<string, Waiting>();
  const told = new Set<string>();
  const isOverdue = (uri: string) => now() - (waiting.get(uri)?.since ?? now()) >= patience;
  const forget = (uri: string) => {
    waiting.delete(uri);
    told.delete(uri);
  };
  return {
    // It waits since the first version without an answer, however much is typed meanwhile.
    given: (uri, version) => void waiting.set(uri, { version, since: waiting.get(uri)?.since ?? now() }),
    answered: (uri, version) => {
      const newest = waiting.get(uri)?.version ?? version;
      forget(uri);
      if (newest > version) waiting.set(uri, { version: newest, since: now() });
    },
    drop: forget,
    restart: () => {
      for (const [uri, { version }] of waiting) waiting.set(uri, { version, since: now() });
      told.clear();
    },
    isOverdue,
    news: () => {
      const found = [...waiting.keys()].filter((uri) => isOverdue(uri) && !told.has(uri));
      for (const uri of found) told.add(uri);
      return found;
    },
  };
}
