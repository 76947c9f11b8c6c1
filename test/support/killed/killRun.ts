/** Writers and senders on one spool, one of them killed at random again and again, before an endpoint that fails now and then. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { listSpool } from "../../../src/node/spool/spoolReader.ts";
import { type OtlpServer, startOtlpServer, valueOf } from "../otlpServer.ts";

export interface KillRun {
  readonly folder: string;
  readonly kills: number;
  readonly writers: number;
  readonly senders: number;
  /** Events of a writer that lives long enough. */
  readonly events: number;
  readonly between: number;
}

export interface KillResult {
  readonly acknowledged: number;
  /** Acknowledged and never arrived. */
  readonly lost: number;
  readonly duplicates: number;
  readonly requests: number;
  readonly left: number;
}

const patience = 300;
// Every fourth request fails, and a sender pauses after that.
const longestDrain = 180_000;
const inThisFolder = (name: string) => join(import.meta.dirname, name);

export async function runKills({ folder, kills, writers, senders, events, between }: KillRun): Promise<KillResult> {
  // 503 to some, and a cut connection to others after storing: what a busy endpoint and a bad network do.
  const server = await startOtlpServer((_, count) => (count % 7 === 0 ? { status: 503 } : count % 10 === 0 ? { status: 200, cut: true } : { status: 200 }));
  const acknowledged = new Set<string>();
  const state = { writers: 0 };
  const startWriter = () => {
    state.writers += 1;
    const child = spawn(process.execPath, [inThisFolder("writer.ts"), folder, `w${state.writers}`, String(events)], { stdio: ["ignore", "pipe", "inherit"] });
    const rest = { text: "" };
    child.stdout.on("data", (chunk: Buffer) => {
      const lines = `${rest.text}${chunk.toString()}`.split("\n");
      rest.text = lines.pop() ?? "";
      for (const line of lines) acknowledged.add(line);
    });
    return child;
  };
  const startSender = () => spawn(process.execPath, [inThisFolder("sender.ts"), folder, server.url, String(patience)], { stdio: ["ignore", "ignore", "inherit"] });
  const running = [...Array.from({ length: writers }, () => ({ start: startWriter as () => ChildProcess, child: startWriter() as ChildProcess })), ...Array.from({ length: senders }, () => ({ start: startSender as () => ChildProcess, child: startSender() as ChildProcess }))];
  const end = async (child: ChildProcess) => {
    const gone = once(child, "close");
    child.kill("SIGKILL");
    await gone;
  };
  for (let kill = 0; kill < kills; kill += 1) {
    await new Promise((resolve) => setTimeout(resolve, between * (0.5 + Math.random())));
    const victim = running[Math.floor(Math.random() * running.length)];
    if (victim === undefined) break;
    await end(victim.child);
    victim.child = victim.start();
  }
  for (const { start, child } of running) if (start === startWriter) await end(child);
  for (let waited = 0; listSpool(folder).length > 0 && waited < longestDrain; waited += 50) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const { start, child } of running) if (start === startSender) await end(child);
  const result = count(server, acknowledged, listSpool(folder).length);
  await server.close();
  return result;
}

function count(server: OtlpServer, acknowledged: ReadonlySet<string>, left: number): KillResult {
  const arrived = server.records().map((record) => String(valueOf(record, "gatelodge.event.id")));
  const once = new Set(arrived);
  return { acknowledged: acknowledged.size, lost: [...acknowledged].filter((id) => !once.has(id)).length, duplicates: arrived.length - once.size, requests: server.received.length, left };
}
