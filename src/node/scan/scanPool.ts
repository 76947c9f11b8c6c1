import { Worker } from "node:worker_threads";
import type { ScanJob, ScanOptions, ScanOutcome, ScanWorkerStart, UnscannedReason } from "./scanJob.ts";

/** Threads that look through documents. */
export interface ScanPool {
  readonly threads: number;
  /** Outcomes in the order of the jobs. Rejects when the pool is disposed of or no thread can be started; a document that cannot be scanned is an outcome. */
  readonly run: (batch: readonly ScanJob[]) => Promise<readonly ScanOutcome[]>;
  /** Ends all threads at once, whatever they are at. */
  readonly dispose: () => void;
}

export interface ScanPoolParts {
  /** The bundle of scanWorker.ts. */
  readonly workerFile: string;
  readonly threads: number;
  /** The longest a document may take, in milliseconds. */
  readonly deadline: number;
  /** The most memory a thread may use for objects and texts. */
  readonly heapMegabytes?: number;
  readonly options: ScanOptions;
}

interface Thread {
  readonly worker: Worker;
  readonly progress: Int32Array<SharedArrayBuffer>;
}

/** How far a thread got with a batch: to the end, or to the job at which it had to be ended or died. */
interface Attempt {
  readonly outcomes: readonly ScanOutcome[];
  readonly failed?: { readonly at: number; readonly why: UnscannedReason };
}

const notYet = -1;
// A thread that does not even begin, on a busy machine.
const startPatience = 60_000;
const usualHeap = 1024;

/** Threads are started when there is work for them. One that is stuck in a document is ended, and another one goes on after it. */
export function createScanPool(parts: ScanPoolParts): ScanPool {
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  const waiting: (() => void)[] = [];
  const ended = new AbortController();
  const busy = { count: 0 };

  const start = (): Thread => {
    const progress = new Int32Array(new SharedArrayBuffer(4));
    const begin: ScanWorkerStart = { options: parts.options, progress };
    const worker = new Worker(parts.workerFile, { workerData: begin, resourceLimits: { maxOldGenerationSizeMb: parts.heapMegabytes ?? usualHeap }, execArgv: [], env: {} });
    worker.on("error", () => undefined); // the attempt hears of it as well; an idle thread that dies is simply not there
    const thread = { worker, progress };
    all.add(thread);
    worker.once("exit", () => {
      all.delete(thread);
      const at = idle.indexOf(thread);
      if (at >= 0) idle.splice(at, 1);
    });
    return thread;
  };
  const takeTurn = async () => {
    while (busy.count >= parts.threads) await new Promise<void>((resolve) => void waiting.push(resolve));
    busy.count += 1;
  };
  const runBatch = async (batch: readonly ScanJob[]): Promise<readonly ScanOutcome[]> => {
    const done: ScanOutcome[] = [];
    while (done.length < batch.length) {
      ended.signal.throwIfAborted();
      const thread = idle.pop() ?? start();
      const { outcomes, failed } = await attempt(thread, batch.slice(done.length), parts.deadline, ended.signal);
      if (failed === undefined) {
        done.push(...outcomes);
        idle.push(thread);
        continue;
      }
      void thread.worker.terminate();
      // What it had not sent yet is done again, alone; the job it was at is not.
      const again = batch.slice(done.length + outcomes.length, done.length + failed.at);
      done.push(...outcomes, ...(again.length > 0 ? await runBatch(again) : []), { kind: "unscanned", why: failed.why });
    }
    return done;
  };
  return {
    threads: parts.threads,
    run: async (batch) => {
      await takeTurn();
      try {
        return await runBatch(batch);
      } finally {
        busy.count -= 1;
        waiting.shift()?.();
      }
    },
    dispose: () => {
      ended.abort();
      for (const { worker } of all) void worker.terminate();
    },
  };
}

function attempt({ worker, progress }: Thread, batch: readonly ScanJob[], deadline: number, signal: AbortSignal): Promise<Attempt> {
  return new Promise((resolve, reject) => {
    const outcomes: ScanOutcome[] = [];
    const last = { at: notYet, since: performance.now() };
    Atomics.store(progress, 0, notYet);
    const watch = setInterval(() => {
      const at = Atomics.load(progress, 0);
      if (at !== last.at) Object.assign(last, { at, since: performance.now() });
      else if (performance.now() - last.since > (at === notYet ? startPatience : deadline)) fail("it took too long");
    }, Math.max(5, Math.min(250, deadline / 4)));
    const settle = (act: () => void) => {
      clearInterval(watch);
      worker.off("message", take).off("error", die).off("exit", leave);
      signal.removeEventListener("abort", stop);
      act();
    };
    const fail = (why: UnscannedReason) => {
      const at = Atomics.load(progress, 0);
      settle(() => (at === notYet ? reject(new Error("a scan thread could not be started")) : resolve({ outcomes, failed: { at, why } })));
    };
    const take = (sent: readonly ScanOutcome[]) => {
      outcomes.push(...sent);
      if (outcomes.length >= batch.length) settle(() => resolve({ outcomes }));
    };
    const die = (error: unknown) => fail((error as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY" ? "it needs too much memory" : "it cannot be read");
    const leave = () => fail("it cannot be read");
    const stop = () => settle(() => reject(new Error("the scan was cancelled")));
    worker.on("message", take).once("error", die).once("exit", leave);
    signal.addEventListener("abort", stop, { once: true });
    worker.postMessage(batch);
  });
}
