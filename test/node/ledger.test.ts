import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createLeases } from "../../src/node/leases.ts";
import { createLedger } from "../../src/node/ledger.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const entry = (minutes: number) => ({ event: { name: "gatelodge.override" as const, time: "2026-11-24T00:00:00Z", attributes: { "gatelodge.event.id": "x", "gatelodge.rule.id": "r", "gatelodge.override.minutes": minutes } }, local: {} });

test("only the user can read the ledger", (context) => {
  const folder = join(temporaryFolder(context), "state");
  const ledger = createLedger(folder);
  ledger.record(entry(1));
  ledger.dispose();
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  assert.equal(statSync(join(folder, "ledger.jsonl")).mode & 0o777, 0o600);
});

test("a line cut by a crash costs only itself", (context) => {
  const folder = temporaryFolder(context);
  const ledger = createLedger(folder);
  ledger.record(entry(1));
  appendFileSync(join(folder, "ledger.jsonl"), '{"event":\n');
  ledger.record(entry(2));
  assert.equal(ledger.read(10).length, 2);
  ledger.dispose();
});

test("two processes that write and one that is killed lose no whole line", async (context) => {
  const folder = temporaryFolder(context);
  const program = `import { createLedger } from ${JSON.stringify(join(import.meta.dirname, "../../src/node/ledger.ts"))};
    const ledger = createLedger(process.argv[1]); for (let i = 0; ; i++) { ledger.record({ event: { i, pad: "x".repeat(500) }, local: {} }); if (i === 300) process.stdout.write("ready"); }`;
  const writers = [1, 2].map(() => spawn(process.execPath, ["--input-type=module", "-e", program, folder], { stdio: ["ignore", "pipe", "ignore"] }));
  await Promise.all(writers.map((writer) => once(writer.stdout, "data")));
  for (const writer of writers) writer.kill("SIGKILL");
  await Promise.all(writers.map((writer) => once(writer, "exit")));
  assert.ok(createLedger(folder).read(100_000).length >= 600);
});

test("two windows that reach the limit together keep the old file", (context) => {
  const folder = temporaryFolder(context);
  const windows = [createLedger(folder), createLedger(folder)];
  const large = { ...entry(1), local: { reason: "x".repeat(500_000) } };
  for (let index = 0; index < 14; index++) windows[index % 2]?.record(large);
  for (const window of windows) window.dispose();
  assert.equal(createLedger(folder).read(100).length, 14);
});

test("the lease of a process that was killed does not count", async (context) => {
  const folder = temporaryFolder(context);
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const theirs = createLeases(folder, other.pid ?? 0, Date.now);
  const ours = createLeases(folder, process.pid, Date.now);
  theirs.take();
  ours.take();
  assert.equal(ours.heldByOthers(), true);
  other.kill("SIGKILL");
  await once(other, "exit");
  assert.equal(ours.heldByOthers(), false);
});

test("a lease that another window took for a dead one's comes back with the next renewal", (context) => {
  const folder = temporaryFolder(context);
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  context.after(() => other.kill("SIGKILL"));
  const theirs = createLeases(folder, other.pid ?? 0, Date.now);
  theirs.take();
  const ours = createLeases(folder, process.pid, () => Date.now() + 300_000);
  assert.equal(ours.heldByOthers(), false);
  theirs.renew();
  assert.equal(createLeases(folder, process.pid, Date.now).heldByOthers(), true);
});
