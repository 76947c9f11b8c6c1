export interface RoundsParts {
  /** One round; it has seen to its own failure. */
  readonly take: () => Promise<void>;
  /** Whether anybody wants to know: somebody looks at the view, or the policy denies something, while the window is in use. */
  readonly wanted: () => boolean;
  readonly now: () => number;
  /** Milliseconds between two rounds, and before the first. */
  readonly pause: number;
}

export interface Rounds {
  /** A round at once, whatever is wanted; with one that runs, that one. */
  readonly look: () => Promise<void>;
  /** What is wanted may have changed. */
  readonly arm: () => void;
  readonly dispose: () => void;
}

/** Of the time, at most this share is spent on looking: 1 %, and what a round waits for counts as work. */
const share = 0.01;

/** Rounds some time apart as long as they are wanted; a slow machine is asked more rarely. */
export function createRounds({ take, wanted, now, pause }: RoundsParts): Rounds {
  const state: { due: number; timer?: NodeJS.Timeout; running?: Promise<void>; ended: boolean } = { due: now() + pause, ended: false };
  const look = () => (state.running ??= run());
  const run = async () => {
    clearTimeout(state.timer);
    const start = now();
    try {
      await take();
    } finally {
      delete state.running;
      state.due = now() + Math.max(pause, (now() - start) / share);
      arm();
    }
  };
  const arm = () => {
    clearTimeout(state.timer);
    if (state.ended || state.running !== undefined || !wanted()) return;
    state.timer = setTimeout(() => {
      if (wanted()) void look();
    }, Math.max(0, state.due - now()));
  };
  return {
    look,
    arm,
    dispose: () => {
      state.ended = true;
      clearTimeout(state.timer);
    },
  };
}
