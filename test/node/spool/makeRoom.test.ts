import assert from "node:assert/strict";
import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { makeRoom, type SpoolBounds } from "../../../src/node/spool/makeRoom.ts";
import { createSpoolReader } from "../../../src/node/spool/spoolReader.ts";
import { decisionEvent, overrideEvent, spoolIn } from "../../support/spooled.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const roomy: SpoolBounds = { bytes: 1e9, files: 1e6, age: 1e12 };

function start(context: TestContext) {
  const folder = join(temporaryFolder(context), "spool");
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const spool = spoolIn(folder, { now });
  const told: (readonly [string, number])[] = [];
  const make = (bounds: Partial<SpoolBounds>) => makeRoom({ folder, bounds: { ...roomy, ...bounds }, pid: process.pid, now, newId: () => "together", tell: (reason, count) => void told.push([reason, count]) });
  /** Each in a file of its own. */
  const write = (...events: Parameters<typeof spool.append>[0][]) => {
    for (const event of events) {
      spool.append(event);
      spool.seal();
    }
  };
  const left = () => createSpoolReader({ folder, pid: process.pid, now }).claim(1e9).flatMap(({ events }) => events);
  return { folder, clock, write, make, told, left };
}

test("within its bounds nothing changes", (context) => {
  const { write, make, told, left } = start(context);
  write(decisionEvent("a"), decisionEvent("b"));
  make({});
  assert.deepEqual([left().length, told], [2, []]);
});

test("decisions that are alike are told together before anything is dropped", (context) => {
  const { write, make, told, left } = start(context);
  write(...Array.from({ length: 8 }, (_, index) => decisionEvent(`warned-${index}`, { enforced: "warn" })));
  make({ files: 4 });
  assert.deepEqual(left().map(({ attributes }) => [attributes["gatelodge.event.id"], attributes["gatelodge.decision.count"]]), [["together", 8]]);
  assert.deepEqual(told, []);
});

test("then the oldest goes, what is urgent last, and is counted", (context) => {
  const { write, make, told, left } = start(context);
  write(...Array.from({ length: 6 }, (_, index) => decisionEvent(`stopped-${index}`, { rule: `rule-${index}` })));
  write(...Array.from({ length: 6 }, (_, index) => decisionEvent(`warned-${index}`, { enforced: "warn", rule: `rule-${index}` })));
  // So many files that coalescing to one a lane is still too much.
  make({ bytes: 1 });
  assert.deepEqual(told, [["full", 6], ["full", 6]]);
  assert.deepEqual(left(), []);
});

test("what was tried may have arrived, so it is not told together with others", (context) => {
  const { folder, write, make, left } = start(context);
  write(decisionEvent("a", { enforced: "warn" }), decisionEvent("b", { enforced: "warn" }), decisionEvent("c", { enforced: "warn" }));
  const [tried = ""] = readdirSync(join(folder, "ordinary")).toSorted();
  renameSync(join(folder, "ordinary", tried), join(folder, "ordinary", tried.replace(".sealed", ".tried")));
  make({ files: 2, bytes: 1e9 });
  assert.deepEqual(left().map(({ attributes }) => attributes["gatelodge.event.id"]), ["together"], "the oldest, which was tried, had to go");
});

test("what is older than two weeks goes, and is counted by what it stood for", (context) => {
  const { clock, write, make, told, left } = start(context);
  write(overrideEvent("old"));
  clock.now += 20 * 86_400_000;
  write(overrideEvent("new"));
  make({ age: 14 * 86_400_000 });
  assert.deepEqual(left().map(({ attributes }) => attributes["gatelodge.event.id"]), ["new"]);
  assert.deepEqual(told, [["tooOld", 1]]);
});
