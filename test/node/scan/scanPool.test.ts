import assert from "node:assert/strict";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { ScanOutcome } from "../../../src/node/scan/scanJob.ts";
import { createScanPool, type ScanPoolParts } from "../../../src/node/scan/scanPool.ts";

const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;
const options = { policies: [], secretlint: false, maxBytes: 1_000_000 };
const realWorker = join(import.meta.dirname, "../../../src/node/scan/scanWorker.ts");
const stuckWorker = join(import.meta.dirname, "stuckWorker.mjs");

function createPool(context: TestContext, workerFile: string, given: Partial<ScanPoolParts> = {}) {
  const pool = createScanPool({ workerFile, threads: 1, deadline: 10_000, options, ...given });
  context.after(pool.dispose);
  return pool;
}
const short = (outcomes: readonly ScanOutcome[]) => outcomes.map((outcome) => (outcome.kind === "unscanned" ? outcome.why : outcome.kind === "scanned" ? outcome.dropped : outcome.kind));
const texts = (...all: readonly string[]) => all.map((text) => ({ text }));

test("threads find what the engine finds, in the order of the jobs", async (context) => {
  const pool = createPool(context, realWorker, { threads: 2 });
  const [first, second] = await Promise.all([pool.run(texts("nothing", `a\n${token}`)), pool.run(texts(token))]);
  assert.deepEqual(first.map((outcome) => (outcome.kind === "scanned" ? outcome.findings.map(({ detector, line }) => [detector, line]) : outcome)), [[], [["github-token", 1]]]);
  assert.equal(second[0]?.kind, "scanned");
});

test("a document that takes too long is not scanned, and all others are", async (context) => {
  const pool = createPool(context, stuckWorker, { deadline: 100 });
  assert.deepEqual(short(await pool.run(texts("1", "2", "hang", "3", "hang", "4"))), [1, 2, "it took too long", 3, "it took too long", 4]);
});

test("a document at which a thread dies is not scanned, and all others are", async (context) => {
  const pool = createPool(context, stuckWorker);
  assert.deepEqual(short(await pool.run(texts("1", "die", "2"))), [1, "it cannot be read", 2]);
});

test("a document for which the memory does not suffice is not scanned, and all others are", async (context) => {
  const pool = createPool(context, stuckWorker, { heapMegabytes: 50 });
  assert.deepEqual(short(await pool.run(texts("1", "grow", "2"))), [1, "it needs too much memory", 2]);
});

test("a pool that is disposed of gives up what it is at", async (context) => {
  const pool = createPool(context, stuckWorker);
  const running = pool.run(texts("hang"));
  setTimeout(pool.dispose, 50);
  await assert.rejects(running, /cancelled/);
  await assert.rejects(pool.run(texts("1")));
});

test("threads that cannot be started are an error, not a clean result", async (context) => {
  await assert.rejects(createPool(context, join(import.meta.dirname, "none.cjs")).run(texts("1")), /could not be started/);
});
