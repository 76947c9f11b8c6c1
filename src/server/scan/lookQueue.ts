/** Runs a task per document: later for one that is being typed in, and never two at once for the same one. */
export interface LookQueue {
  /** The document is new or everything changed: at the next turn. */
  readonly soon: (uri: string) => void;
  /** The document was edited: at once after a rest, else when typing pauses, but not put off for longer than a moment. */
  readonly afterTyping: (uri: string) => void;
  readonly drop: (uri: string) => void;
  readonly dispose: () => void;
}

interface Past { readonly ended: number; readonly took: number }
interface Waiting { readonly timer: NodeJS.Timeout; readonly since: number }

// 25 ms holds a burst of an agent's edits together and is not seen; 200 ms is the longest a stream of edits can put it off.
const pause = 25;
const patience = 200;
// Looking at every key is fine as long as the server rests most of the time.
const restShare = 5;

export function createLookQueue(run: (uri: string) => Promise<void>, now: () => number): LookQueue {
  const waiting = new Map<string, Waiting>();
  const running = new Set<string>();
  const again = new Set<string>();
  const past = new Map<string, Past>();
  const start = (uri: string) => {
    waiting.delete(uri);
    if (running.has(uri)) return void again.add(uri);
    running.add(uri);
    const since = now();
    past.set(uri, { ended: Number.POSITIVE_INFINITY, took: 0 });
    void run(uri).finally(() => {
      running.delete(uri);
      if (past.has(uri)) past.set(uri, { ended: now(), took: now() - since }); // else it was dropped meanwhile
      if (again.delete(uri)) start(uri);
    });
  };
  const schedule = (uri: string, delay: number) => {
    const known = waiting.get(uri);
    const since = known?.since ?? now();
    clearTimeout(known?.timer);
    waiting.set(uri, { since, timer: setTimeout(() => start(uri), Math.max(0, Math.min(delay, since + patience - now()))) });
  };
  const isRested = (uri: string) => {
    const last = past.get(uri);
    return !waiting.has(uri) && last !== undefined && now() - last.ended >= Math.max(pause, restShare * last.took);
  };
  const drop = (uri: string) => {
    past.delete(uri);
    clearTimeout(waiting.get(uri)?.timer);
    waiting.delete(uri);
    again.delete(uri);
  };
  return {
    soon: (uri) => schedule(uri, 0),
    afterTyping: (uri) => schedule(uri, isRested(uri) ? 0 : pause),
    drop,
    dispose: () => { for (const uri of waiting.keys()) drop(uri); },
  };
}
