import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluate, ceilingFor } from "../../../src/core/evaluate.ts";
import { parsePolicy } from "../../../src/core/policy/parsePolicy.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import type { AiSection } from "../../../src/core/policy/policyDocument.ts";
import type { Destination } from "../../../src/core/request.ts";
import { layer, merged } from "../../support/policies.ts";

const ours: AiSection = { approved: [{ id: "house", models: ["qwen3:*"], ceiling: "restricted" }], unlisted: { models: "denied" }, bind: "loopback" };
const organisation = layer("organisation", { name: "acme", ai: ours });
const reader = (...names: readonly string[]): Destination => ({ assistant: "local-model", kind: "local", reader: { runtime: { kind: "runtime", id: "ollama" }, models: names.map((name) => ({ kind: "model", name, digests: [] })) } });
const decide = (policy: Policy, destination: Destination, label = "internal") => evaluate(policy, { channel: "model", destination, able: ["allow", "block"] }, { now: 0, classification: { label, matched: [] }, findings: [], grants: [], pathMatches: () => false });

const loosening: readonly (readonly [string, AiSection])[] = [
  ["approving", { approved: [{ id: "mine", models: ["*"] }] }],
  ["letting unlisted models be", { unlisted: { models: "unknown" } }],
  ["letting servers listen anywhere", { bind: "any" }],
];
for (const source of ["user", "repository"] as const) for (const [what, ai] of loosening) test(`a ${source} that loosens by ${what} is ignored and told`, () => {
  const { policy, ignored } = merged(organisation, layer(source, { ai }, source === "repository" ? "/repo" : undefined));
  assert.equal(ignored.length, 1);
  assert.deepEqual(policy.ai, merged(organisation).policy.ai);
});

test("a user may deny more, and what the organisation approves is then denied", () => {
  const { policy, ignored } = merged(organisation, layer("user", { ai: { denied: [{ id: "mine", models: ["qwen3:8b"] }], unlisted: { tools: "denied" } } }));
  assert.deepEqual(ignored, []);
  assert.equal(policy.ai.unlisted.tools, "denied");
  assert.equal(decide(policy, reader("qwen3:8b")).enforced, "block");
  assert.equal(decide(policy, reader("qwen3:4b")).enforced, "allow");
});

test("where nobody's organisation speaks a user approves for themselves, and raises no ceiling by it", () => {
  const { policy, ignored } = merged(layer("user", { ai: { approved: [{ id: "mine", models: ["qwen3:*"], ceiling: "restricted" }] } }));
  assert.deepEqual(ignored.map(({ path }) => path.join(".")), ["ai.approved.0.ceiling"]);
  assert.deepEqual(policy.ai.approved.map(({ id, ceiling }) => ({ id, ceiling })), [{ id: "mine", ceiling: undefined }]);
  assert.equal(ceilingFor(policy, reader("qwen3:8b")), "confidential");
  const permitted = merged(layer("organisation", { permit: { approvals: ["user"] } }), layer("user", { ai: { approved: [{ id: "mine", models: ["*"] }] } }));
  assert.deepEqual([permitted.policy.ai.approved.length, permitted.ignored], [1, []]);
});

test("restricted content goes to the approved local model and nowhere else", () => {
  const { policy } = merged(layer("organisation", { name: "acme", ai: { approved: [{ id: "house", models: ["qwen3:*"], ceiling: "restricted" }, { id: "other", models: ["gemma*"] }] } }));
  const allowed = (destination: Destination) => decide(policy, destination, "restricted").enforced;
  assert.equal(allowed(reader("qwen3:8b")), "allow");
  const elsewhere: readonly Destination[] = [reader("gemma3"), reader("llama4"), reader("qwen3:8b", "llama4"), reader(), { ...reader("qwen3:8b"), kind: "cloud" }, { assistant: "local-model", kind: "local" }, { assistant: "github-copilot", kind: "cloud" }];
  for (const destination of elsewhere) assert.equal(allowed(destination), "block", JSON.stringify(destination));
  assert.equal(decide(policy, reader("gemma3"), "confidential").enforced, "allow");
});

test("a lower ceiling of any other layer still counts for an approved model", () => {
  const { policy } = merged(organisation, layer("user", { destinations: [{ kind: "local", ceiling: "internal" }] }));
  assert.equal(decide(policy, reader("qwen3:8b"), "restricted").enforced, "block");
});

test("a denied model is refused with the reason and what to use instead, and only watched in monitor mode", () => {
  const ai: AiSection = { denied: [{ id: "no-llama", models: ["llama*"], reason: "Its licence does not fit.", instead: "Use qwen3:8b." }] };
  const decision = decide(merged(layer("machine", { ai })).policy, reader("llama4"));
  assert.deepEqual([decision.enforced, decision.rule], ["block", "denied-ai"]);
  assert.equal(decision.reasons[0]?.text, "The model or its server is denied. Its licence does not fit. (no-llama) Instead: Use qwen3:8b.");
  const watched = decide(merged(layer("machine", { ai, mode: "monitor" })).policy, reader("llama4"));
  assert.deepEqual([watched.effect, watched.enforced], ["block", "allow"]);
});

const wrong: readonly (readonly [string, AiSection, RegExp])[] = [
  ["about nothing", { approved: [{ id: "e" }] }, /needs runtimes, models/],
  ["about tools and models", { denied: [{ id: "e", tools: ["a"], models: ["b"] }] }, /not both/],
  ["twice of one name", { approved: [{ id: "e", models: ["a"] }], denied: [{ id: "e", models: ["b"] }] }, /used twice/],
  ["a ceiling for a server", { approved: [{ id: "e", runtimes: ["ollama"], ceiling: "public" }] }, /for models/],
  ["a ceiling for what is denied", { denied: [{ id: "e", models: ["a"], ceiling: "public" }] }, /sees nothing/],
  ["half a digest", { approved: [{ id: "e", digests: ["ab"] }] }, /at least 64/],
];
for (const [what, ai, message] of wrong) test(`an entry that is ${what} is an error`, () => {
  const parsed = parsePolicy({ version: 1, ai });
  assert.match(parsed.ok ? "" : parsed.errors.map((error) => error.message).join(), message);
});
