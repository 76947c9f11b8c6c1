import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { builtinPolicy } from "../../src/core/policy/builtinPolicy.ts";
import type { Request } from "../../src/core/request.ts";
import { createGate, type GateParts } from "../../src/node/gate.ts";
import { createGrants } from "../../src/node/grants.ts";
import { createLedger } from "../../src/node/ledger.ts";
import { locationsFor } from "../../src/node/locations.ts";
import { builtinInForce, createPolicyStore } from "../../src/node/policyStore.ts";
import { createUsageCounter } from "../../src/node/usageCounter.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const cloud = { assistant: "github-copilot", kind: "cloud" } as const;
const env = { absolute: "/home/marlene/shop/keys/.env", aliases: [], repository: "/home/marlene/shop", resolved: true };
const ask = (rest: Partial<Request>): Request => ({ channel: "prompt", destination: cloud, able: ["allow", "warn", "redact", "block"], ...rest });

function setUp(context: TestContext, over: Partial<GateParts> = {}) {
  const home = temporaryFolder(context);
  const now = () => Date.parse("2026-11-24T12:34:56Z");
  const ids = { next: 0 };
  const newId = () => `id-${ids.next++}`;
  const ledger = createLedger(join(home, "state"));
  const usage = createUsageCounter(now, newId, (event) => ledger.record({ event, local: {} }));
  const grants = createGrants(join(home, "state", "grants.json"), now);
  const policies = createPolicyStore({ locations: locationsFor("linux", home, join(home, "none")), platform: "linux", now });
  context.after(() => ledger.dispose());
  const parts: GateParts = { policies, ledger, usage, grants, detect: () => [], now, elapsed: () => 0, newId, knownAssistants: new Set(["github-copilot"]), ...over };
  return { gate: createGate(parts), ledger, usage, grants, home };
}

test("a block is recorded, with nothing of the path or the text in what may be reported", (context) => {
  const { gate, ledger } = setUp(context);
  gate.decide(ask({ path: env, text: "CANARY" }));
  const [entry] = ledger.read(10);
  assert.equal(entry?.event.attributes["gatelodge.event.id"], "id-0");
  assert.equal(entry?.local.path, "keys/.env");
  assert.doesNotMatch(JSON.stringify(entry?.event), /CANARY|marlene|shop|keys/);
  assert.doesNotMatch(JSON.stringify(entry), /CANARY|marlene/);
});

test("a preview leaves no trace", (context) => {
  const { gate, ledger } = setUp(context);
  assert.equal(gate.preview(ask({ path: env })).enforced, "block");
  assert.deepEqual(ledger.read(10), []);
});

test("plain allows are counted by the hour, not listed", (context) => {
  const { gate, ledger, usage } = setUp(context);
  gate.decide(ask({ text: "hello" }));
  gate.decide(ask({ text: "hello", destination: { assistant: "my.private-name", kind: "unknown" } }));
  assert.deepEqual(ledger.read(10), []);
  usage.flush();
  assert.deepEqual(ledger.read(10).map(({ event }) => [event.name, event.attributes["gatelodge.assistant.id" as keyof typeof event.attributes]]), [["gatelodge.usage.hourly", "github-copilot"], ["gatelodge.usage.hourly", "other"]]);
});

test("a detector that throws is a request that cannot be decided, and counted", (context) => {
  const { gate } = setUp(context, { detect: () => { throw new Error("CANARY"); } });
  const decision = gate.decide(ask({ text: "x", path: env }));
  assert.equal(decision.enforced, "block");
  assert.ok(decision.reasons.some(({ rule }) => rule === "otherwise"));
  assert.doesNotMatch(JSON.stringify(decision), /CANARY/);
  assert.equal(gate.undecided(), 1);
});

test("a policy store that throws is a request that cannot be decided, by the built-in policy", (context) => {
  const { gate } = setUp(context, { policies: { current: () => { throw new Error("CANARY"); } } });
  assert.equal(gate.decide(ask({ path: env })).enforced, "block");
  assert.equal(gate.preview(ask({ text: "x" })).reasons.some(({ rule }) => rule === "otherwise"), true);
  assert.equal(gate.undecided(), 1);
});

test("a text too long to scan cannot be decided", (context) => {
  const { gate } = setUp(context);
  assert.equal(gate.decide(ask({ text: "x".repeat(4_000_001) })).enforced, "warn");
});

test("a grant for one decision is used up", (context) => {
  const { gate, grants } = setUp(context);
  grants.add({ id: "g", rules: ["above-ceiling"], path: env.absolute, until: Date.parse("2026-11-24T12:44:56Z"), once: true });
  assert.equal(gate.decide(ask({ path: env })).enforced, "allow");
  assert.equal(gate.decide(ask({ path: env })).enforced, "block");
});

test("a ledger that cannot be written is counted, the decision stands", (context) => {
  const file = join(temporaryFolder(context), "a-file");
  writeFileSync(file, "");
  const ledger = createLedger(join(file, "state"));
  const { gate } = setUp(context, { ledger });
  assert.equal(gate.decide(ask({ path: env })).enforced, "block");
  assert.equal(ledger.lost(), 1);
});

test("names of rules that a user made up are not reported", (context) => {
  const policy = { policies: { current: () => ({ ...real.current(), policy: { ...real.current().policy, rules: [{ id: "keep-from-boss", when: {}, effect: "block" as const, origin: { source: "user" as const } }] } }) } };
  const real = createPolicyStore({ locations: locationsFor("linux", temporaryFolder(context), "/none"), platform: "linux", now: () => 0 });
  const { gate, ledger } = setUp(context, policy);
  gate.decide(ask({ text: "x" }));
  const [entry] = ledger.read(1);
  assert.match(JSON.stringify(entry?.event), /user-rule/);
  assert.doesNotMatch(JSON.stringify(entry?.event), /boss/);
  assert.ok(builtinPolicy.rules?.length);
});

test("what nobody looked at is recorded even where the policy lets it pass", (context) => {
  const { policy, ...rest } = builtinInForce();
  const policies = { current: () => ({ ...rest, policy: { ...policy, otherwise: { restricted: "allow", other: "allow" } as const } }) };
  const { gate, ledger } = setUp(context, { policies });
  assert.equal(gate.decide(ask({ undecided: "too long" })).effect, "allow");
  gate.decide(ask({ text: "plain" }));
  assert.deepEqual(ledger.read(10).map(({ event }) => event.name === "gatelodge.decision" && event.attributes["gatelodge.undecided"]), [true]);
});
