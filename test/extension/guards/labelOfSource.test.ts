import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { detect } from "../../../src/core/detect/detect.ts";
import { labelOfSource } from "../../../src/extension/guards/clipboard/labelOfSource.ts";
import { createGate } from "../../../src/node/gate.ts";
import { createGrants } from "../../../src/node/grants.ts";
import { createLedger } from "../../../src/node/ledger.ts";
import { locationsFor } from "../../../src/node/locations.ts";
import { createPolicyStore } from "../../../src/node/policyStore.ts";
import { createUsageCounter } from "../../../src/node/usageCounter.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

test("a row that is copied out of a dump of people keeps the dump's label", (context) => {
  const home = temporaryFolder(context);
  const ledger = createLedger(join(home, "state"));
  context.after(() => ledger.dispose());
  const newId = () => "id";
  const policies = createPolicyStore({ locations: locationsFor("linux", home, join(home, "none")), platform: "linux", now: Date.now });
  const usage = createUsageCounter(Date.now, newId, () => undefined);
  const gate = createGate({ policies, ledger, usage, grants: createGrants(join(home, "grants.json"), Date.now), detect, now: Date.now, elapsed: () => 0, newId, knownAssistants: new Set() });
  const asked = { channel: "clipboard", destination: { assistant: "clipboard", kind: "unknown" }, able: ["allow", "warn", "redact", "block"], path: { absolute: "/shop/notes.txt", aliases: [], resolved: true } } as const;
  const rows = ["Marlene", "Ingrid", "Kwame", "Tomas"].map((name, index) => `${name},${name}@corp-orders.de,198${index}-07-15`);
  assert.equal(labelOfSource(gate, asked, `first_name,email,birth_date\n${rows.join("\n")}\n`), "restricted");
  assert.equal(labelOfSource(gate, asked, rows[0] ?? ""), "internal");
  assert.equal(gate.preview({ ...asked, text: rows[0] ?? "", sourceLabel: "restricted" }).rule, "copy-above-ceiling");
});
