import assert from "node:assert/strict";
import { test } from "node:test";
import { keepRunning, type ServerState } from "../../src/extension/keepRunning.ts";

/** Lives that end one after the other; the last one ends everything. */
function lives(outcomes: readonly ("runs" | "fails" | "lasts")[]) {
  const states: ServerState[] = [];
  const log: string[] = [];
  const delays: number[] = [];
  const end = new AbortController();
  const state = { time: 0, life: 0 };
  const run = async (started: () => void) => {
    const outcome = outcomes[state.life];
    state.life += 1;
    if (state.life === outcomes.length) end.abort();
    if (outcome === "fails") throw new TypeError("CANARY");
    started();
    if (outcome === "lasts") state.time += 60_001;
  };
  const delay = (failures: number) => {
    if (delays.at(-1) !== failures) delays.push(failures);
    return 0;
  };
  return { states, log, delays, done: keepRunning({ run, setState: (next) => states.push(next), signal: end.signal, log: (text) => log.push(text), now: () => state.time, delay }) };
}

test("what ends is started again, until the signal", async () => {
  const { states, done } = lives(["runs", "runs", "runs"]);
  await done;
  assert.deepEqual(states, ["running", "restarting", "running", "restarting", "running", "stopped"]);
});

test("there is no number of crashes after which it gives up", async () => {
  const { states, done } = lives(Array.from({ length: 50 }, () => "fails" as const));
  await done;
  assert.equal(states.filter((state) => state === "restarting").length, 49);
  assert.equal(states.at(-1), "stopped");
});

test("each start that does not last waits longer, one that lasted counts anew", async () => {
  const { delays, done } = lives(["fails", "runs", "lasts", "runs", "runs"]);
  await done;
  assert.deepEqual(delays, [1, 2, 1, 2]);
});

test("an error at the start is logged by its name, without what it says", async () => {
  const { log, done } = lives(["fails", "runs"]);
  await done;
  assert.match(log.join("\n"), /TypeError at start/);
  assert.doesNotMatch(log.join("\n"), /CANARY/);
});

test("the pause before a start ends with the signal", async () => {
  const end = new AbortController();
  const states: ServerState[] = [];
  const done = keepRunning({ run: async () => { setTimeout(() => end.abort(), 5); }, setState: (state) => states.push(state), signal: end.signal, log: () => undefined, now: () => 0, delay: () => 60_000 });
  await done;
  assert.deepEqual(states, ["restarting", "stopped"]);
});

test("by itself it waits a quarter of a second, then twice as long", async () => {
  const end = new AbortController();
  const starts: number[] = [];
  await keepRunning({
    run: async () => {
      starts.push(performance.now());
      if (starts.length === 2) end.abort();
    },
    setState: () => undefined, signal: end.signal, log: () => undefined, now: () => 0,
  });
  const [first = 0, second = 0] = starts;
  assert.ok(second - first >= 240 && second - first < 2000, `${second - first} ms`);
});

test("a start that hangs is not waited for without end: nobody looks meanwhile, and it may still come up", async () => {
  const end = new AbortController();
  const states: ServerState[] = [];
  await keepRunning({
    run: async (started) => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      started();
      end.abort();
    },
    setState: (state) => states.push(state), signal: end.signal, log: () => undefined, now: () => 0, patience: 5,
  });
  assert.deepEqual(states, ["restarting", "running", "stopped"]);
});
