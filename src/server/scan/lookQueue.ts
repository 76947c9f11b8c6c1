/** Runs a task per document: later for one that is being typed in, and never two at once for the same one. */
export interface LookQueue {
  /** The document is new or everything changed: at the next turn. */
  readonly soon: (uri: string) => void;
  /** The document was edited: when typing pauses, but not put off for longer than a moment. */
  readonly afterTyping: (uri: string) => void;
  readonly drop: (uri: string) => void;
  readonly dispose: () => void;
}

interface Waiting { readonly timer: NodeJS.Timeout; readonly since: number }

// 40 ms holds a burst of keys or of an agent's edits together and is not seen; 200 ms is the longest a stream of edits can put it off.
const pause = 40;
const patience = 200;

export function createLookQueue(run: (uri: string) => Promise<void>, now: () => number): LookQueue {
  const waiting = new Map<string, Waiting>();
  const running = new Set<string>();
  const again = new Set<string>();
  const start = (uri: string) => {
    waiting.delete(uri);
    if (running.has(uri)) return void again.add(uri);
    running.add(uri);
    void run(uri).finally(() => {
      running.delete(uri);
      if (again.delete(uri)) start(uri);
    });
  };
  const schedule = (uri: string, delay: number) => {
    const known = waiting.get(uri);
    const since = known?.since ?? now();
    clearTimeout(known?.timer);
    waiting.set(uri, { since, timer: setTimeout(() => start(uri), Math.max(0, Math.min(delay, since + patience - now()))) });
  };
  const drop = (uri: string) => {
    clearTimeout(waiting.get(uri)?.timer);
    waiting.delete(uri);
    again.delete(uri);
  };
  return {
    soon: (uri) => schedule(uri, 0),
    afterTyping: (uri) => schedule(uri, pause),
    drop,
    dispose: () => { for (const uri of waiting.keys()) drop(uri); },
  };
}
