import assert from "node:assert/strict";
import { test } from "node:test";
import { toLedgerPage } from "../../src/extension/views/ledgerPage.ts";
import { createLedger, type LedgerEntry } from "../../src/node/ledger.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const override = (minutes: number, local: LedgerEntry["local"]): LedgerEntry => ({
  event: { name: "gatelodge.override", time: `2026-11-25T00:0${minutes}:00.000Z`, attributes: { "gatelodge.event.id": "1", "gatelodge.rule.id": "secrets", "gatelodge.override.minutes": minutes } },
  local,
});

test("the newest entry is first, with what stays here apart from what would be reported", (context) => {
  const ledger = createLedger(temporaryFolder(context));
  context.after(() => ledger.dispose());
  ledger.record(override(1, { reason: "earlier one" }));
  ledger.record(override(2, { reason: "later one", path: "src/a.ts" }));
  const page = toLedgerPage({ ledger });
  assert.ok(page.indexOf("later one") < page.indexOf("earlier one"));
  const [, block = ""] = /```json\n(.*)\n```/.exec(page) ?? [];
  assert.deepEqual(JSON.parse(block), { name: "gatelodge.override", time: "2026-11-25T00:02:00.000Z", "gatelodge.event.id": "1", "gatelodge.rule.id": "secrets", "gatelodge.override.minutes": 2 });
  assert.ok(!block.includes("later") && !block.includes("src/a.ts"));
});

test("a file's name cannot pose as an entry", (context) => {
  const ledger = createLedger(temporaryFolder(context));
  context.after(() => ledger.dispose());
  ledger.record(override(1, { path: "a\n## 2026-11-25: all is well\u2028## b" }));
  assert.equal(toLedgerPage({ ledger }).match(/^## /gm)?.length, 1);
});

test("an empty ledger says so", (context) => {
  const ledger = createLedger(temporaryFolder(context));
  context.after(() => ledger.dispose());
  assert.match(toLedgerPage({ ledger }), /Nothing yet/);
});
