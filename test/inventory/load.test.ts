import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { test } from "node:test";
import type { RuntimeSeen } from "../../src/inventory/findRuntimes.ts";
import { isBusy, sampleLoad, withLoad } from "../../src/inventory/load.ts";
import { machineFor } from "../../src/inventory/machine/machineFor.ts";
import { waitFor } from "../editor/waitFor.ts";

const runtime = (pid: number): RuntimeSeen => ({ runtime: "ollama", name: "Ollama", certainty: "running", pid, models: [], evidence: [] });
const machine = (cpu: readonly (readonly [number, number, number])[], gpu: Readonly<Record<number, number>> = {}) => ({ processes: async () => cpu.map(([pid, parent, used]) => ({ pid, parent, name: "x", arguments: [], cpu: used })), gpuSeconds: (pid: number) => gpu[pid] });

test("what a program and those that it started have used between two rounds is its load", async () => {
  const runtimes = [runtime(10)];
  const before = await sampleLoad(machine([[10, 1, 5], [11, 10, 20], [12, 11, 0], [99, 1, 500]], { 11: 3 }), runtimes, 1000);
  const after = await sampleLoad(machine([[10, 1, 6], [11, 10, 65], [12, 11, 8], [99, 1, 900]], { 11: 33 }), runtimes, 61_000);
  const [seen] = withLoad(runtimes, before, after);
  assert.deepEqual(seen?.load, { seconds: 60, cpu: 90, gpu: 50 });
  assert.ok(isBusy(seen.load) && !isBusy({ ...seen.load, seconds: 2 }) && !isBusy({ seconds: 60, cpu: 10 }));
});

test("no load without an earlier look, for another program under the same number, or where the looks are too near", async () => {
  const [runtimes, late] = [[runtime(10)], await sampleLoad(machine([[10, 1, 6]]), [runtime(10)], 61_000)];
  for (const before of [undefined, await sampleLoad(machine([[10, 1, 50]]), runtimes, 1000), await sampleLoad(machine([[10, 1, 5]]), runtimes, 60_500), await sampleLoad(machine([]), [], 0)]) assert.equal(withLoad(runtimes, before, late)[0]?.load, undefined);
});

test("a program of this machine that works is seen to work", { skip: process.platform !== "linux" && "needs /proc" }, async (context) => {
  const child = spawn(process.execPath, ["-e", "for (;;);"]);
  context.after(() => child.kill("SIGKILL"));
  const runtimes = [runtime(child.pid!)];
  const first = await sampleLoad(machineFor(process.platform), runtimes, Date.now());
  const load = await waitFor("some load", async () => {
    await pause(1000);
    return withLoad(runtimes, first, await sampleLoad(machineFor(process.platform), runtimes, Date.now()))[0]?.load;
  });
  assert.ok(load.cpu > 0);
});
