/** What comments and baselines change at the doors, by the policy. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { SilenceEntry } from "../../src/core/policy/policyDocument.ts";
import type { Finding, Tier } from "../../src/core/request.ts";
import { createGate } from "../../src/node/gate.ts";
import { createGrants } from "../../src/node/grants.ts";
import { createLedger } from "../../src/node/ledger.ts";
import { locationsFor } from "../../src/node/locations.ts";
import { createPolicyStore } from "../../src/node/policyStore.ts";
import { createUsageCounter } from "../../src/node/usageCounter.ts";
import { layer, merged } from "../support/policies.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const text = "password = hunter-2 # gitleaks:allow";
const path = { absolute: "/shop/a.py", aliases: [], repository: "/shop", resolved: true };

function decide(context: TestContext, tier: Tier, silence?: SilenceEntry) {
  const home = temporaryFolder(context);
  const ledger = createLedger(join(home, "state"));
  context.after(() => ledger.dispose());
  const real = createPolicyStore({ locations: locationsFor("linux", home, join(home, "none")), platform: "linux", now: () => 0 });
  const { policy } = silence === undefined ? merged() : merged(layer("machine", { permit: { silence } }));
  const finding: Finding = { detector: "password-assignment", kind: "secret", tier, start: 11, end: 19 };
  const gate = createGate({
    policies: { current: () => ({ ...real.current(), policy }) }, ledger, usage: createUsageCounter(() => 0, () => "id", () => undefined), grants: createGrants(join(home, "grants.json"), () => 0),
    detect: () => [finding], baselines: () => (_, findings) => new Set(findings), now: () => 0, elapsed: () => 0, newId: () => "id", knownAssistants: new Set(),
  });
  const { enforced, silenced } = gate.decide({ channel: "prompt", destination: { assistant: "x", kind: "cloud" }, able: ["allow", "warn", "redact", "block"], text, path });
  return { enforced, silenced, recorded: ledger.read(9).map(({ event }) => event.attributes["gatelodge.findings.silenced" as keyof typeof event.attributes]) };
}

test("a comment lets no credential to an assistant", (context) => {
  assert.deepEqual(decide(context, "certain"), { enforced: "redact", silenced: undefined, recorded: [0] });
  assert.deepEqual(decide(context, "likely"), { enforced: "redact", silenced: undefined, recorded: [0] });
});

test("of what may be a credential it spares the warning, which is recorded", (context) => assert.deepEqual(decide(context, "possible"), { enforced: "allow", silenced: 1, recorded: [1] }));

test("an organisation may let comments or a baseline open the doors, which is recorded", (context) => {
  assert.deepEqual(decide(context, "likely", { comments: { doors: ["likely"] } }), { enforced: "allow", silenced: 1, recorded: [1] });
  assert.deepEqual(decide(context, "certain", { baseline: { doors: ["certain"] } }), { enforced: "allow", silenced: 1, recorded: [1] });
  assert.deepEqual(decide(context, "possible", { comments: { shown: ["possible"] } }).enforced, "warn");
});
