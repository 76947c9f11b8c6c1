import { spawn } from "node:child_process";
import { createServer, type RequestListener } from "node:http";

export interface Kept {
  /** Our own bundle, and what the gateway is started with. */
  readonly program: string;
  readonly words: readonly string[];
  readonly port: number;
  /** Answers in its place once it has fallen. */
  readonly inPlace: RequestListener;
}

/** One that falls sooner than that after its start would do so again. */
const settled = 5000;
const wrongUsage = 2;

/**
 * Starts the gateway as a process of its own and stays beside it. One that falls is started again; one that does not stand is
 * answered for on its port, so that pointed assistants hear what has happened and what puts it right.
 */
export function keepGateway({ program, words, port, inPlace }: Kept): void {
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...words], { stdio: "inherit" });
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on("SIGTERM", pass).on("SIGINT", pass);
  child.once("exit", (code) => {
    process.off("SIGTERM", pass).off("SIGINT", pass);
    if (code === 0 || code === wrongUsage) process.exit(code);
    if (performance.now() - started > settled) keepGateway({ program, words, port, inPlace });
    else createServer(inPlace).on("error", () => process.exit(1)).listen(port, "127.0.0.1");
  });
}
