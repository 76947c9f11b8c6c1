/** The real collector program on a folder of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

const program = join(import.meta.dirname, "../../dist/collector.cjs");

export interface RunningCollector {
  readonly url: string;
  /** Only at the first start. */
  readonly adminToken: string;
  readonly enrolmentToken: string;
  readonly rootKey: string;
  readonly process: ChildProcess;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

export async function startCollector(data: string, more: readonly string[] = [], port = 0): Promise<RunningCollector> {
  const started = spawn(process.execPath, [program, "--data", data, "--port", String(port), ...more], { stdio: ["ignore", "pipe", "inherit"] });
  const state = { output: "" };
  // The secrets of a first start come right behind the address.
  await new Promise<void>((resolve, reject) => {
    started.once("close", () => reject(new Error("the collector ended")));
    started.stdout.on("data", (chunk: Buffer) => {
      state.output += chunk.toString();
      if (state.output.includes("http://")) setTimeout(resolve, 50);
    });
  });
  const find = (pattern: RegExp) => pattern.exec(state.output)?.[1] ?? "";
  return {
    url: find(/(http:\S+)/), adminToken: find(/administrator's token +(\S+)/), enrolmentToken: find(/enrolment token +(\S+)/), rootKey: find(/root key (\S+)/), process: started,
    stop: (signal = "SIGTERM") => new Promise((resolve) => {
      if (started.exitCode !== null || started.signalCode !== null) return resolve();
      started.once("close", () => resolve());
      started.kill(signal);
    }),
  };
}
