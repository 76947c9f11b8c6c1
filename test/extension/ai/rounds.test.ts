import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { createRounds } from "../../../src/extension/ai/rounds.ts";

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
});
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
/** Rounds that take so long, and how many there were. */
function start({ wanted = true, takes = 0 } = {}) {
  const seen = { rounds: 0, wanted };
  const rounds = createRounds({ now: Date.now, pause: 60_000, wanted: () => seen.wanted, take: async () => {
    seen.rounds += 1;
    if (takes > 0) await new Promise<void>((resolve) => void setTimeout(resolve, takes));
  } });
  const pass = async (milliseconds: number) => {
    mock.timers.tick(milliseconds);
    await settle();
  };
  return { seen, rounds, pass };
}

test("the first round waits, and so does each after it", async () => {
  const { seen, rounds, pass } = start();
  rounds.arm();
  await pass(59_999);
  assert.equal(seen.rounds, 0);
  await pass(1);
  assert.equal(seen.rounds, 1);
  await pass(59_999);
  assert.equal(seen.rounds, 1);
  await pass(1);
  assert.equal(seen.rounds, 2);
});

test("a round that took a second is not repeated within a hundred: one part in a hundred at most", async () => {
  const { seen, rounds, pass } = start({ takes: 1000 });
  rounds.arm();
  await pass(60_000);
  await pass(1000);
  await pass(99_999);
  assert.equal(seen.rounds, 1);
  await pass(1);
  assert.equal(seen.rounds, 2);
});

test("nothing is looked for while nobody wants to know, and at once when the next one is overdue", async () => {
  const { seen, rounds, pass } = start({ wanted: false });
  rounds.arm();
  await pass(600_000);
  assert.equal(seen.rounds, 0);
  seen.wanted = true;
  rounds.arm();
  await pass(0);
  assert.equal(seen.rounds, 1);
});

test("who stops wanting in between gets no round, and who disposes neither", async () => {
  const { seen, rounds, pass } = start();
  rounds.arm();
  seen.wanted = false;
  await pass(60_000);
  assert.equal(seen.rounds, 0);
  seen.wanted = true;
  rounds.arm();
  rounds.dispose();
  rounds.arm();
  await pass(600_000);
  assert.equal(seen.rounds, 0);
});

test("who asks while one runs waits for that one", async () => {
  const { seen, rounds, pass } = start({ takes: 1000, wanted: false });
  const both = Promise.all([rounds.look(), rounds.look()]);
  await pass(1000);
  await both;
  assert.equal(seen.rounds, 1);
});
