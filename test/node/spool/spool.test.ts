import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readFrames } from "../../../src/node/spool/frames.ts";
import { createSpoolReader } from "../../../src/node/spool/spoolReader.ts";
import { falsePositiveEvent, overrideEvent, spoolIn } from "../../support/spooled.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const deadPid = 4_100_000;
const readerOf = (folder: string, now = Date.now) => createSpoolReader({ folder, pid: process.pid, now });
const idsOf = (claims: readonly { readonly events: readonly { readonly attributes: Readonly<Record<string, unknown>> }[] }[]) => claims.flatMap(({ events }) => events.map(({ attributes }) => attributes["gatelodge.event.id"]));

test("what is written is claimed once sealed, urgent things first, with what its process says of itself", (context) => {
  const folder = join(temporaryFolder(context), "spool");
  const spool = spoolIn(folder);
  spool.append(falsePositiveEvent("a"));
  spool.append(overrideEvent("b"));
  assert.deepEqual(readerOf(folder).claim(10), []);
  spool.seal();
  const claims = readerOf(folder).claim(10);
  assert.deepEqual(idsOf(claims), ["b", "a"]);
  assert.deepEqual(claims[0]?.resource, { "service.name": "gatelodge-test" });
  assert.deepEqual(claims.flatMap(({ events }) => events.map(({ attributes }) => attributes["gatelodge.seq"])), [1, 0]);
  assert.deepEqual(readerOf(folder).claim(10), [], "nobody else can have it");
  for (const claim of claims) claim.remove();
  assert.deepEqual(readdirSync(join(folder, "urgent")), []);
});

test("only the user can read the spool", (context) => {
  const folder = join(temporaryFolder(context), "spool");
  spoolIn(folder).append(overrideEvent("a"));
  const [name = ""] = readdirSync(join(folder, "urgent"));
  assert.deepEqual([folder, join(folder, "urgent"), join(folder, "urgent", name)].map((path) => statSync(path).mode & 0o777), [0o700, 0o700, 0o600]);
});

test("a file seals itself after two seconds, so that nothing waits for the end of a program", async (context) => {
  const folder = join(temporaryFolder(context), "spool");
  spoolIn(folder).append(overrideEvent("a"));
  for (let waited = 0; readerOf(folder).waiting().files === 0 && waited < 8000; waited += 100) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.deepEqual(idsOf(readerOf(folder).claim(10)), ["a"]);
});

test("what a dead process wrote or was sending is taken after a minute, what a living one has is not", (context) => {
  const folder = join(temporaryFolder(context), "spool");
  const start = Date.now();
  spoolIn(folder, { pid: deadPid }).append(overrideEvent("dead"));
  spoolIn(folder, { pid: process.pid }).append(overrideEvent("living"));
  const reader = readerOf(folder, () => start + 61_000);
  readerOf(folder, () => start + 1000).recover();
  assert.deepEqual(reader.claim(10), []);
  reader.recover();
  assert.deepEqual(idsOf(reader.claim(10)), ["dead"]);
  readerOf(folder, () => start + 130_000).recover();
  assert.deepEqual(readerOf(folder).claim(10), [], "its lease has not ended");
  readerOf(folder, () => start + 700_000).recover();
  assert.deepEqual(idsOf(readerOf(folder).claim(10)), ["dead"]);
});

test("altered lines are told from whole ones and cost only themselves; a line cut by a crash is no damage", (context) => {
  const folder = join(temporaryFolder(context), "spool");
  const spool = spoolIn(folder);
  for (const id of ["a", "b", "c"]) spool.append(overrideEvent(id));
  spool.seal();
  const [name = ""] = readdirSync(join(folder, "urgent"));
  const file = join(folder, "urgent", name);
  writeFileSync(file, readFileSync(file, "utf8").replace('"gatelodge.event.id":"b"', '"gatelodge.event.id":"x"'));
  appendFileSync(file, '12345678 {"name":"gatelodge.over');
  const [claim] = readerOf(folder).claim(10);
  assert.deepEqual([idsOf(claim === undefined ? [] : [claim]), claim?.damaged], [["a", "c"], 1]);
});

test("a disk that takes nothing is counted, and told as soon as it takes something", (context) => {
  const folder = join(temporaryFolder(context), "spool");
  writeFileSync(folder, "in the way");
  const spool = spoolIn(folder);
  spool.append(overrideEvent("lost"));
  spool.append(overrideEvent("lost, too"));
  assert.equal(spool.lost(), 2);
  rmSync(folder);
  spool.append(overrideEvent("kept"));
  spool.seal();
  const events = readerOf(folder).claim(10).flatMap((claim) => claim.events);
  assert.deepEqual(events.map(({ name, attributes }) => [name, attributes["gatelodge.loss.count"]]), [["gatelodge.override", undefined], ["gatelodge.loss", 2]]);
});

test("an event that is longer than any of ours is refused, and so is a file of another's name", (context) => {
  const folder = join(temporaryFolder(context), "spool");
  const spool = spoolIn(folder);
  spool.append(overrideEvent("x".repeat(9000)));
  assert.deepEqual([spool.lost(), existsSync(join(folder, "urgent"))], [1, false]);
  spool.append(overrideEvent("a"));
  spool.seal();
  writeFileSync(join(folder, "urgent", "0000000000000-1-passwords.sealed"), "x");
  assert.equal(readerOf(folder).waiting().files, 2);
});

test("a writer that slept longer than a sender waits begins a new file", (context) => {
  const folder = join(temporaryFolder(context), "spool");
  const clock = { now: Date.now() };
  const spool = spoolIn(folder, { now: () => clock.now });
  spool.append(overrideEvent("a"));
  clock.now += 40_000;
  spool.append(overrideEvent("b"));
  assert.deepEqual(idsOf(readerOf(folder).claim(10)), ["a"]);
});

test("where the disk takes a part of a line, that event is counted and every other one can be read", { skip: process.platform === "win32" }, (context) => {
  const folder = join(temporaryFolder(context), "spool");
  const program = `import { spoolIn, falsePositiveEvent } from ${JSON.stringify(join(import.meta.dirname, "../../support/spooled.ts"))};
    process.on("SIGXFSZ", () => {});
    const spool = spoolIn(process.argv[1]);
    for (let i = 0; i < 60; i += 1) spool.append(falsePositiveEvent("event-" + i));
    spool.seal();
    process.stdout.write(String(spool.lost()));`;
  // No file may be longer than a few lines: the write that crosses the limit is cut, as on a full disk.
  const { stdout, status } = spawnSync("sh", ["-c", 'ulimit -f 2; exec "$0" "$@"', process.execPath, "--input-type=module", "-e", program, folder], { encoding: "utf8", env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" } });
  assert.equal(status, 0);
  const claims = readerOf(folder).claim(1e9);
  const kept = claims.flatMap(({ events }) => events).filter(({ name }) => name === "gatelodge.false_positive").length;
  assert.ok(Number(stdout) > 0 && claims.length > 5, "some were cut");
  assert.deepEqual([kept + Number(stdout), claims.reduce((sum, { damaged }) => sum + damaged, 0)], [60, 0]);
  const told = claims.flatMap(({ events }) => events).reduce((sum, { attributes }) => sum + Number(attributes["gatelodge.loss.count"] ?? 0), 0);
  assert.ok(told >= Number(stdout) - 1, "all but what was lost last is told");
});

test("whatever happens to a file on the disk, nothing is read that was not written", (context) => {
  const folder = join(temporaryFolder(context), "spool");
  const spool = spoolIn(folder);
  const written = Array.from({ length: 40 }, (_, index) => `event-${index}`);
  for (const id of written) spool.append(falsePositiveEvent(id));
  spool.seal();
  const [name = ""] = readdirSync(join(folder, "ordinary"));
  const whole = readFileSync(join(folder, "ordinary", name));
  const lines = new Set(readFrames(whole).records.map((record) => JSON.stringify(record)));
  for (let turn = 0; turn < 400; turn += 1) {
    const damaged = damage(whole, turn);
    const read = readFrames(damaged).records.map((record) => JSON.stringify(record));
    assert.deepEqual(read.filter((line) => !lines.has(line)), [], `turn ${turn}`);
    // A flipped line end costs its two neighbours; a flip elsewhere only its line.
    if (turn % 4 === 0) assert.ok(read.length >= lines.size - 2, `turn ${turn}`);
  }
});

/** A flipped bit, a cut end, an end of zeros, or a page of rubbish; the same each time. */
function damage(bytes: Buffer, turn: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = (turn * 7919) % bytes.length;
  if (turn % 4 === 0) copy[at] = (copy[at] ?? 0) ^ (1 << (turn % 8));
  if (turn % 4 === 1) return copy.subarray(0, at);
  if (turn % 4 === 2) copy.fill(0, at);
  if (turn % 4 === 3) copy.fill(createHash("sha256").update(String(turn)).digest(), at, Math.min(bytes.length, at + 512));
  return copy;
}
