import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { createDemoEvents } from "../../../src/collector/demo/demoEvents.ts";
import { createRandom } from "../../../src/collector/demo/random.ts";
import { toOtlpLogs } from "../../../src/core/otlp/toOtlpLogs.ts";
import { createEventIds } from "../../../src/node/eventId.ts";
import type { RunningCollector } from "../../collector/startCollector.ts";
import { fleet, tokenOf } from "./largeDatabase.ts";

const connections = 8;
const ticksPerSecond = 100;

/** Seconds of processor time that a process has had; 0 where the system does not say. */
function cpuOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** Bodies as machines send them: what the demo's machines do, with ids of their own. Packed beforehand: the sender shares the machine with the collector. */
function makeBodies(each: number, many: number): readonly Buffer[] {
  const [newId, now] = [createEventIds(Date.now), Date.now()];
  const events = Array.from({ length: 40 }, (_, index) => createDemoEvents(createRandom(index + 1_000_000), now)).flat();
  return Array.from({ length: many }, (_, body) => {
    const own = Array.from({ length: each }, (__, index) => {
      const { name, attributes } = events[(body * each + index) % events.length]!;
      return { name, time: new Date(now - (index % 600) * 1000).toISOString(), attributes: { ...attributes, "gatelodge.event.id": newId() } };
    });
    return gzipSync(JSON.stringify(toOtlpLogs([{ resource: { "service.name": "gatelodge-vscode" }, events: own }], now)), { level: 1 });
  });
}

/** Sends from many machines at once for so long; each body once. */
export async function sendForAWhile({ url, process: { pid } }: Pick<RunningCollector, "url" | "process">, { each, seconds }: { readonly each: number; readonly seconds: number }): Promise<{ readonly taken: number; readonly refused: number; readonly wall: number; readonly cpu: number }> {
  const bodies = makeBodies(each, Math.ceil((25_000 * seconds) / each));
  const state = { next: 0, taken: 0, refused: 0 };
  const [start, before] = [performance.now(), cpuOf(pid)];
  const isOver = () => performance.now() - start > seconds * 1000 || state.next >= bodies.length;
  await Promise.all(Array.from({ length: connections }, async () => {
    while (!isOver()) {
      const number = state.next++;
      const { ok } = await fetch(`${url}/v1/logs`, { method: "POST", body: bodies[number]!, headers: { authorization: `Bearer ${tokenOf(number % fleet)}`, "content-type": "application/json", "content-encoding": "gzip" } }).then(async (answer) => {
        await answer.arrayBuffer();
        return answer;
      });
      if (ok) state.taken += each;
      else state.refused += 1;
    }
  }));
  return { taken: state.taken, refused: state.refused, wall: (performance.now() - start) / 1000, cpu: cpuOf(pid) - before };
}
