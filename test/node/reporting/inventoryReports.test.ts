import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { InventoryEvent, ReportedItem } from "../../../src/core/events/inventoryEvent.ts";
import { createInventoryReports } from "../../../src/node/reporting/inventoryReports.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const item: ReportedItem = { kind: "model", name: "other", local: "merger-plans", standing: "unknown", running: false, exposed: false, remote: false, risks: 0 };
const hour = 3_600_000;

function start(context: TestContext, nameKey: () => string | undefined = () => "a2V5") {
  const file = join(temporaryFolder(context), "state", "told.json");
  const clock = { now: Date.UTC(2026, 0, 1) };
  const told: InventoryEvent[] = [];
  const window = () => createInventoryReports({ file, append: (event) => void told.push(event), stamp: () => ({ id: "id", time: "" }), nameKey, now: () => clock.now });
  return { file, clock, told, window };
}

test("each thing is told once a day, whichever window sees it, and at once when it stands otherwise", (context) => {
  const { clock, told, window } = start(context);
  const [one, other] = [window(), window()];
  assert.ok(one.due());
  one.report([item]);
  other.report([item]);
  assert.equal(told.length, 1);
  assert.ok(!other.due());
  other.report([{ ...item, standing: "denied" }]);
  assert.deepEqual(told.map(({ attributes }) => attributes["gatelodge.item.standing"]), ["unknown", "denied"]);
  clock.now += 25 * hour;
  assert.ok(one.due());
  one.report([item]);
  assert.equal(told.length, 3);
});

test("what is in no catalogue leaves as a keyed hash, and nothing of its name is kept either", (context) => {
  const { file, told, window } = start(context);
  window().report([item]);
  assert.match(told[0]?.attributes["gatelodge.item.key"] ?? "", /^[0-9a-f]{16}$/);
  assert.ok(!JSON.stringify(told).includes("merger") && !readFileSync(file, "utf8").includes("merger"));
});

test("without the organisation's key it is `other` and nothing more", (context) => {
  const { told, window } = start(context, () => undefined);
  window().report([item]);
  assert.deepEqual([told[0]?.attributes["gatelodge.item.name"], told[0]?.attributes["gatelodge.item.key"]], ["other", undefined]);
});

test("a damaged record, or a clock that was set back, silences nothing", (context) => {
  const { file, clock, told, window } = start(context);
  window().report([item]);
  writeFileSync(file, "{");
  window().report([item]);
  clock.now -= 48 * hour;
  assert.ok(window().due());
  window().report([item]);
  assert.equal(told.length, 3);
});
