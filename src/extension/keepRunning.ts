import { setTimeout as wait } from "node:timers/promises";

export type ServerState = "starting" | "running" | "restarting" | "stopped";

export interface KeptRunning {
  /** Runs once: calls `started` when up, settles when down, for whatever reason. Ends when the signal does. */
  readonly run: (started: () => void, signal: AbortSignal) => Promise<void>;
  readonly setState: (state: ServerState) => void;
  readonly signal: AbortSignal;
  readonly log: (text: string) => void;
  readonly now: () => number;
  /** Milliseconds before the nth start in a row that did not last. */
  readonly delay?: (failures: number) => number;
  /** Milliseconds after which a start that does not come to an end counts as none. It may still succeed. */
  readonly patience?: number;
}

// A crash is over at once; what crashes always is tried twice a minute, without end: a guard that gave up would not be seen.
const backOff = (failures: number) => Math.min(250 * 2 ** (failures - 1), 30_000);
const lasting = 60_000;
// On a busy machine the server is up within five seconds.
const startPatience = 20_000;

/** Starts something again and again until the signal ends, later each time it does not last. Never throws. */
export async function keepRunning({ run, setState, signal, log, now, delay = backOff, patience = startPatience }: KeptRunning): Promise<void> {
  for (let failures = 0; !signal.aborted;) {
    const start = now();
    const overdue = setTimeout(() => {
      setState("restarting");
      log("language server does not answer at its start");
    }, patience);
    const started = () => {
      clearTimeout(overdue);
      setState("running");
    };
    await run(started, signal).catch((error: unknown) => log(`language server: ${error instanceof Error ? error.name : "error"} at start`));
    clearTimeout(overdue);
    if (isOver(signal)) break;
    failures = now() - start > lasting ? 1 : failures + 1;
    setState("restarting");
    log(`language server ended; starting again in ${delay(failures)} ms (attempt ${failures})`);
    await wait(delay(failures), undefined, { signal }).catch(() => undefined);
  }
  setState("stopped");
}

const isOver = ({ aborted }: AbortSignal) => aborted;
